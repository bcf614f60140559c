import type ts from 'typescript';
import { isThisParameter } from '../../../syntax/is-this-parameter.js';
import type { ProjectIndex } from '../../../project-index/project-index.js';
import { createCallReader } from './read-calls.js';
import { createTypeReader } from './read-types.js';
import type { Written } from './written.js';

/** The symbols and functions that can be known without a type. */
export interface WrittenSymbols {
  /** What a name refers to, of what is imported where it is declared; a type is only asked for what a member is taken from that is not written down. */
  readonly symbolOf: (name: ts.Node) => ts.Symbol | undefined;
  /** The symbol of the member that an access names; undefined where what it is taken from is not written down. */
  readonly memberOf: (access: ts.PropertyAccessExpression) => ts.Symbol | undefined;
  /** How an expression can be called, all in one place; undefined where that is not written down. */
  readonly signaturesOf: (expression: ts.Expression) => readonly ts.SignatureDeclaration[] | undefined;
  /** The class or interface that an expression is of, and all that these extend or implement; undefined where some of it is not written down. */
  readonly typesOf: (expression: ts.Expression) => readonly ts.Symbol[] | undefined;
  /** The class or interface that an expression is of; undefined where it is not written down, or only some members of one are meant. */
  readonly typeOf: (expression: ts.Expression) => ts.Symbol | undefined;
}

/**
 * Makes the search for symbols that needs no type. To say what `this.threads.save` is, the checker infers the type of
 * `this.threads`, with every conditional type on the way; but where `threads` is declared as `ThreadStore`, it is enough to
 * look for `save` among what `ThreadStore` writes out. Annotations, `new`, classes, functions and destructuring are read; what
 * would have to be inferred, instantiated or narrowed among several types is left to the checker. Names may stand for others any
 * number of times: only what stands for itself is not known.
 */
export function createWrittenSymbols(
  compiler: typeof ts,
  program: ts.Program,
  { isNarrowed }: Pick<ProjectIndex, 'isNarrowed'>,
): WrittenSymbols {
  const checker = program.getTypeChecker();
  const { SymbolFlags, SyntaxKind } = compiler;
  const known = new Map<ts.Symbol, Written | undefined>();
  const types = createTypeReader(compiler, program, { ofSymbol, symbolOf });
  const calls = createCallReader(compiler, { ofExpression, symbolOf, types });

  return {
    memberOf: access => memberOf(access),
    symbolOf: name =>
      compiler.isPropertyAccessExpression(name.parent) && name.parent.name === name
        ? (memberOf(name.parent) ?? symbolOf(name))
        : symbolOf(name),
    signaturesOf(expression) {
      const signatures = types.signaturesOfWritten(ofExpression(expression));
      return signatures?.every(({ parent }) => parent === signatures[0]?.parent) ? signatures : undefined;
    },
    typesOf(expression) {
      const written = ofExpression(expression);
      if (written?.kind === 'plain') return [];
      const symbols = new Set<ts.Symbol>();
      return written?.kind === 'object' && types.collectTypes(written.bodies, symbols) ? [...symbols] : undefined;
    },
    typeOf(expression) {
      const written = ofExpression(expression);
      return written?.kind === 'object' && !written.isPart ? types.nameOfBodies(written.bodies) : undefined;
    },
  };

  function memberOf({ expression, name }: ts.PropertyAccessExpression): ts.Symbol | undefined {
    return types.memberNamed(name.text, ofExpression(expression));
  }

  function ofExpression(expression: ts.Expression): Written | undefined {
    switch (expression.kind) {
      case SyntaxKind.ThisKeyword:
        return ofThis(expression);
      case SyntaxKind.StringLiteral:
      case SyntaxKind.NoSubstitutionTemplateLiteral:
      case SyntaxKind.TemplateExpression:
        return types.ofLibrary('String');
      case SyntaxKind.ArrayLiteralExpression:
        return types.ofLibrary('Array');
      default:
    }
    if (compiler.isIdentifier(expression)) return isNarrowed(expression) ? undefined : ofSymbol(symbolOf(expression));
    if (compiler.isPropertyAccessExpression(expression))
      return isNarrowed(expression.name) ? undefined : ofSymbol(memberOf(expression));
    if (compiler.isCallExpression(expression)) return calls.ofCall(expression);
    if (compiler.isNewExpression(expression)) return ofNew(expression);
    if (compiler.isAwaitExpression(expression)) return ofAwaited(ofExpression(expression.expression));
    if (compiler.isAsExpression(expression) || compiler.isTypeAssertionExpression(expression))
      return types.ofType(expression.type);
    if (
      compiler.isParenthesizedExpression(expression) ||
      compiler.isNonNullExpression(expression) ||
      compiler.isSatisfiesExpression(expression)
    ) {
      return ofExpression(expression.expression);
    }
    if (compiler.isArrowFunction(expression) || compiler.isFunctionExpression(expression))
      return { kind: 'function', signatures: [expression] };
    return compiler.isObjectLiteralExpression(expression)
      ? { kind: 'object', bodies: [expression], typeArguments: [] }
      : undefined;
  }

  /** The class around a `this`, unless a function of its own or something static lies between; what a call says of the function it is given. */
  function ofThis(node: ts.Node): Written | undefined {
    let at = node.parent;
    while (
      compiler.isArrowFunction(at) ||
      !(
        compiler.isFunctionLike(at) ||
        compiler.isPropertyDeclaration(at) ||
        compiler.isClassLike(at) ||
        compiler.isDecorator(at)
      )
    ) {
      if (compiler.isSourceFile(at) || compiler.isModuleBlock(at) || compiler.isClassStaticBlockDeclaration(at))
        return undefined;
      at = at.parent;
    }
    if (compiler.isFunctionExpression(at)) return hasThisParameter(at) ? undefined : calls.ofContext(at, 'this');
    const { parent: owner } = at;
    if (!compiler.isClassLike(owner) || !compiler.isClassElement(at) || isStatic(at) || hasThisParameter(at))
      return undefined;
    return types.ofBodies(owner.name ? symbolOf(owner.name)?.declarations : [owner], []);
  }

  function isStatic(member: ts.ClassElement): boolean {
    return (
      compiler.canHaveModifiers(member) &&
      (member.modifiers ?? []).some(({ kind }) => kind === SyntaxKind.StaticKeyword)
    );
  }

  function hasThisParameter(member: ts.Node): boolean {
    const [first] = compiler.isFunctionLike(member) ? member.parameters : [];
    return first !== undefined && isThisParameter(first, compiler);
  }

  /** An instance of a class; or of what the standard library declares as an interface and a constructor of one name. */
  function ofNew({ expression, typeArguments }: ts.NewExpression): Written | undefined {
    const written = ofExpression(expression);
    if (written?.kind === 'class')
      return { kind: 'object', bodies: written.bodies, typeArguments: typeArguments ?? [] };
    const declarations = (compiler.isIdentifier(expression) ? symbolOf(expression)?.declarations : undefined) ?? [];
    const isOfLibrary = declarations.some(declaration =>
      program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
    );
    return isOfLibrary ? types.ofBodies(declarations, typeArguments ?? []) : undefined;
  }

  function ofAwaited(written: Written | undefined): Written | undefined {
    const [promise] = types.ofLibraryBodies('Promise');
    if (written?.kind !== 'object' || written.bodies[0] !== promise) return undefined;
    const [awaited] = written.typeArguments;
    return awaited && types.ofType(awaited);
  }

  function ofSymbol(symbol: ts.Symbol | undefined): Written | undefined {
    if (!symbol) return undefined;
    if (known.has(symbol)) return known.get(symbol);
    known.set(symbol, undefined); // ends a name that stands for itself
    const written = ofDeclarations(symbol.declarations ?? []);
    known.set(symbol, written);
    return written;
  }

  function ofDeclarations(declarations: readonly ts.Declaration[]): Written | undefined {
    if (declarations.some(declaration => compiler.isClassLike(declaration))) {
      const bodies = declarations.filter(types.isBody);
      return bodies.length === declarations.length ? { kind: 'class', bodies } : undefined;
    }
    const signatures = declarations.filter(isNamedSignature);
    if (signatures.length > 0)
      return signatures.length === declarations.length
        ? { kind: 'function', signatures: withoutImplementation(signatures) }
        : undefined;
    const [only, ...others] = declarations;
    return only && others.length === 0 ? ofDeclaration(only) : undefined;
  }

  function withoutImplementation(signatures: readonly ts.SignatureDeclaration[]): readonly ts.SignatureDeclaration[] {
    return signatures.length === 1
      ? signatures
      : signatures.filter(signature => !('body' in signature && signature.body !== undefined));
  }

  function ofDeclaration(declaration: ts.Declaration): Written | undefined {
    if (compiler.isBindingElement(declaration)) return ofBinding(declaration);
    if (compiler.isGetAccessorDeclaration(declaration) || compiler.isPropertySignature(declaration))
      return ofOptionalType(declaration.type);
    if (compiler.isShorthandPropertyAssignment(declaration))
      return ofSymbol(checker.getShorthandAssignmentValueSymbol(declaration));
    if (compiler.isPropertyAssignment(declaration)) return ofExpression(declaration.initializer);
    const isValue =
      compiler.isVariableDeclaration(declaration) ||
      compiler.isParameter(declaration) ||
      compiler.isPropertyDeclaration(declaration);
    if (!isValue) return undefined;
    if (declaration.type)
      return compiler.isParameter(declaration) && declaration.dotDotDotToken
        ? undefined
        : types.ofType(declaration.type);
    if (compiler.isParameter(declaration)) return ofParameter(declaration);
    return declaration.initializer && ofExpression(declaration.initializer);
  }

  /** A parameter without a type has the one that its function is to have where it stands. */
  function ofParameter(parameter: ts.ParameterDeclaration): Written | undefined {
    const { dotDotDotToken, initializer, parent: fn } = parameter;
    const isOfCallback = compiler.isArrowFunction(fn) || compiler.isFunctionExpression(fn);
    if (!isOfCallback || dotDotDotToken || initializer || compiler.getJSDocType(parameter)) return undefined;
    return calls.ofContext(fn, fn.parameters.indexOf(parameter) - (hasThisParameter(fn) ? 1 : 0));
  }

  /** `{ threads }` in `const { threads } = stores` or in a parameter. */
  function ofBinding({
    dotDotDotToken,
    initializer,
    name,
    parent,
    propertyName,
  }: ts.BindingElement): Written | undefined {
    const property = propertyName ?? name;
    if (dotDotDotToken || initializer || !compiler.isObjectBindingPattern(parent) || !compiler.isIdentifier(property))
      return undefined;
    return ofSymbol(types.memberNamed(property.text, ofDeclaration(parent.parent)));
  }

  function ofOptionalType(type: ts.TypeNode | undefined): Written | undefined {
    return type && types.ofType(type);
  }

  function isNamedSignature(
    declaration: ts.Declaration,
  ): declaration is ts.FunctionDeclaration | ts.MethodDeclaration | ts.MethodSignature {
    return (
      compiler.isFunctionDeclaration(declaration) ||
      compiler.isMethodDeclaration(declaration) ||
      compiler.isMethodSignature(declaration)
    );
  }

  function symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = checker.getSymbolAtLocation(node);
    return symbol && (symbol.flags & SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  }
}
