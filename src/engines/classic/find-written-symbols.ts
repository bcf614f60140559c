import type ts from 'typescript';
import { isAsync } from '../../syntax/classify-surroundings.js';
import { findMember, type Body } from './find-member.js';
import type { ProjectIndex } from '../../project-index/project-index.js';
import { readCallbackType, type Parameter } from './read-callback-types.js';
import { walk } from '../../syntax/walk.js';
import { transparentTypes } from '../../syntax/transparent-types.js';

/** An instance of a class, or an object of a type whose members are written out; never without a body. */
interface WrittenObject {
  readonly kind: 'object';
  readonly bodies: readonly Body[];
  readonly typeArguments: readonly ts.TypeNode[];
  /** Whether it may have only some of the members. */
  readonly isPart?: boolean;
}

/** What an expression is, as far as somebody wrote it down. */
type Written =
  | WrittenObject
  | { readonly kind: 'class'; readonly bodies: readonly Body[] }
  /** A number or the like, whose type has no name. */
  | { readonly kind: 'plain' }
  /** A function, with its overloads. */
  | { readonly kind: 'function'; readonly signatures: readonly ts.SignatureDeclaration[] };

/** The symbols and functions that can be known without a type. */
export interface WrittenSymbols {
  /** The symbol of the member that an access names; undefined where what it is taken from is not written down. */
  readonly memberOf: (access: ts.PropertyAccessExpression) => ts.Symbol | undefined;
  /** How an expression can be called, all in one place; undefined where that is not written down. */
  readonly signaturesOf: (expression: ts.Expression) => readonly ts.SignatureDeclaration[] | undefined;
  /** The class or interface that an expression is of, and all that these extend or implement; undefined where some of it is not written down. */
  readonly typesOf: (expression: ts.Expression) => readonly ts.Symbol[] | undefined;
  /** The class or interface that an expression is of; undefined where it is not written down, or only some members of one are meant. */
  readonly typeOf: (expression: ts.Expression) => ts.Symbol | undefined;
}

/** A bound on how many names and types stand for one another. */
const maximalSteps = 24;

/**
 * Makes the search for symbols that needs no type. To say what `this.threads.save` is, the checker infers the type of
 * `this.threads`, with every conditional type on the way; but where `threads` is declared as `ThreadStore`, it is enough to
 * look for `save` among what `ThreadStore` writes out. Annotations, `new`, classes, functions and destructuring are read; what
 * would have to be inferred, instantiated or narrowed among several types is left to the checker.
 */
export function createWrittenSymbols(
  compiler: typeof ts,
  program: ts.Program,
  { isNarrowed }: Pick<ProjectIndex, 'isNarrowed'>,
): WrittenSymbols {
  const checker = program.getTypeChecker();
  const { SymbolFlags, SyntaxKind } = compiler;
  const known = new Map<ts.Symbol, Written | undefined>();
  const knownCalls = new WeakMap<ts.CallExpression, Written | undefined>();
  const knownResults = new WeakMap<Body, Written | undefined>();
  const knownReturns = new WeakMap<ts.SignatureDeclaration, Written | undefined>();
  let libraryTypes: ReadonlyMap<string, ts.Identifier> | undefined;

  return {
    memberOf: access => memberOf(access, maximalSteps),
    signaturesOf(expression) {
      const signatures = signaturesOfWritten(ofExpression(expression, maximalSteps), maximalSteps);
      return signatures?.every(({ parent }) => parent === signatures[0]?.parent) ? signatures : undefined;
    },
    typesOf(expression) {
      const written = ofExpression(expression, maximalSteps);
      if (written?.kind === 'plain') return [];
      const symbols = new Set<ts.Symbol>();
      return written?.kind === 'object' && collectTypes(written.bodies, symbols, maximalSteps)
        ? [...symbols]
        : undefined;
    },
    typeOf(expression) {
      const written = ofExpression(expression, maximalSteps);
      return written?.kind === 'object' && !written.isPart ? nameOfBodies(written.bodies) : undefined;
    },
  };

  function nameOfBodies([first]: readonly Body[]): ts.Symbol | undefined {
    return first && isBody(first) && first.name ? checker.getSymbolAtLocation(first.name) : undefined;
  }

  /** Adds the symbols of types and of all that they extend or implement; false where one of them is not written down. */
  function collectTypes(bodies: readonly Body[], symbols: Set<ts.Symbol>, steps: number): boolean {
    const symbol = nameOfBodies(bodies);
    if (!symbol || steps <= 0) return false;
    if (symbols.has(symbol)) return true;
    symbols.add(symbol);
    return bodies
      .flatMap(clausesOf)
      .flatMap(({ types }) => types)
      .every(base => {
        const written = ofBase(base, 'object', steps - 1);
        return written?.kind === 'object' && collectTypes(written.bodies, symbols, steps - 1);
      });
  }

  function memberOf({ expression, name }: ts.PropertyAccessExpression, steps: number): ts.Symbol | undefined {
    return memberNamed(name.text, ofExpression(expression, steps), steps);
  }

  function memberNamed(name: string, written: Written | undefined, steps: number): ts.Symbol | undefined {
    if (!written || !('bodies' in written) || steps <= 0) return undefined;
    const own = findMember(compiler, { bodies: written.bodies, isStatic: written.kind === 'class', name });
    if (own) return checker.getSymbolAtLocation(own);
    for (const body of written.bodies) {
      for (const base of basesOf(body)) {
        const inherited = memberNamed(name, ofBase(base, written.kind, steps - 1), steps - 1);
        if (inherited) return inherited;
      }
    }
    return undefined;
  }

  function basesOf(body: Body): readonly ts.ExpressionWithTypeArguments[] {
    return clausesOf(body)
      .filter(({ token }) => token === SyntaxKind.ExtendsKeyword)
      .flatMap(({ types }) => types);
  }

  function clausesOf(body: Body): readonly ts.HeritageClause[] {
    return (
      (compiler.isClassLike(body) || compiler.isInterfaceDeclaration(body) ? body.heritageClauses : undefined) ?? []
    );
  }

  function ofBase(
    { expression, typeArguments }: ts.ExpressionWithTypeArguments,
    kind: 'object' | 'class',
    steps: number,
  ): Written | undefined {
    const name = compiler.isPropertyAccessExpression(expression) ? expression.name : expression;
    const symbol = compiler.isIdentifier(name) ? symbolOf(name) : undefined;
    if (!symbol) return undefined;
    return kind === 'class' ? ofSymbol(symbol, steps) : ofTypeSymbol(symbol, typeArguments ?? [], steps);
  }

  function ofExpression(expression: ts.Expression, steps: number): Written | undefined {
    if (steps <= 0) return undefined;
    switch (expression.kind) {
      case SyntaxKind.ThisKeyword:
        return ofThis(expression, steps - 1);
      case SyntaxKind.StringLiteral:
      case SyntaxKind.NoSubstitutionTemplateLiteral:
      case SyntaxKind.TemplateExpression:
        return ofLibrary('String');
      case SyntaxKind.ArrayLiteralExpression:
        return ofLibrary('Array');
      default:
    }
    if (compiler.isIdentifier(expression))
      return isNarrowed(expression) ? undefined : ofSymbol(symbolOf(expression), steps);
    if (compiler.isPropertyAccessExpression(expression))
      return isNarrowed(expression.name) ? undefined : ofSymbol(memberOf(expression, steps - 1), steps - 1);
    if (compiler.isCallExpression(expression)) return ofCall(expression, steps - 1);
    if (compiler.isNewExpression(expression)) return ofNew(expression, steps - 1);
    if (compiler.isAwaitExpression(expression))
      return ofAwaited(ofExpression(expression.expression, steps - 1), steps - 1);
    if (compiler.isAsExpression(expression) || compiler.isTypeAssertionExpression(expression))
      return ofType(expression.type, steps - 1);
    if (
      compiler.isParenthesizedExpression(expression) ||
      compiler.isNonNullExpression(expression) ||
      compiler.isSatisfiesExpression(expression)
    ) {
      return ofExpression(expression.expression, steps);
    }
    if (compiler.isArrowFunction(expression) || compiler.isFunctionExpression(expression))
      return { kind: 'function', signatures: [expression] };
    return compiler.isObjectLiteralExpression(expression)
      ? { kind: 'object', bodies: [expression], typeArguments: [] }
      : undefined;
  }

  /** The class around a `this`, unless a function of its own or something static lies between; what a call says of the function it is given. */
  function ofThis(node: ts.Node, steps: number): Written | undefined {
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
    if (compiler.isFunctionExpression(at)) return hasThisParameter(at) ? undefined : ofContext(at, 'this', steps);
    const { parent: owner } = at;
    if (!compiler.isClassLike(owner) || !compiler.isClassElement(at) || isStatic(at) || hasThisParameter(at))
      return undefined;
    return ofBodies(owner.name ? symbolOf(owner.name)?.declarations : [owner], []);
  }

  function isStatic(member: ts.ClassElement): boolean {
    return (
      compiler.canHaveModifiers(member) &&
      (member.modifiers ?? []).some(({ kind }) => kind === SyntaxKind.StaticKeyword)
    );
  }

  function hasThisParameter(member: ts.Node): boolean {
    const [first] = compiler.isFunctionLike(member) ? member.parameters : [];
    return first !== undefined && compiler.isIdentifier(first.name) && first.name.text === 'this';
  }

  function ofCall(call: ts.CallExpression, steps: number): Written | undefined {
    if (knownCalls.has(call)) return knownCalls.get(call);
    const callee = ofExpression(call.expression, steps);
    const written =
      callee?.kind === 'object'
        ? ofCallOfObject(callee.bodies, steps)
        : callee?.kind === 'function'
          ? same(callee.signatures.map(signature => ofResult(signature, call, steps)))
          : undefined;
    knownCalls.set(call, written);
    return written;
  }

  /** What the call of an object gives whose type writes down how it can be called: `where` in `interface Query { where: Where }`. */
  function ofCallOfObject(bodies: readonly Body[], steps: number): Written | undefined {
    const [first] = bodies;
    if (!first) return undefined;
    if (!knownResults.has(first))
      knownResults.set(
        first,
        same((callSignaturesOf(bodies, steps) ?? []).map(({ type }) => ofOptionalType(type, steps))),
      );
    return knownResults.get(first);
  }

  /** How an object can be called, by its own signatures and by those of all that it extends; undefined where one of these is not written down. */
  function callSignaturesOf(
    bodies: readonly Body[],
    steps: number,
  ): readonly ts.CallSignatureDeclaration[] | undefined {
    const signatures: ts.CallSignatureDeclaration[] = [];
    for (const body of bodies) {
      if (compiler.isInterfaceDeclaration(body) || compiler.isTypeLiteralNode(body))
        signatures.push(...body.members.filter(compiler.isCallSignatureDeclaration));
      for (const base of basesOf(body)) {
        const written = steps > 0 ? ofBase(base, 'object', steps - 1) : undefined;
        const inherited = written?.kind === 'object' ? callSignaturesOf(written.bodies, steps - 1) : undefined;
        if (!inherited) return undefined;
        signatures.push(...inherited);
      }
    }
    return signatures;
  }

  function ofResult(
    signature: ts.SignatureDeclaration,
    { expression }: ts.CallExpression,
    steps: number,
  ): Written | undefined {
    const { type } = signature;
    if (!type) return givesPromise(signature) ? ofLibrary('Promise') : ofReturned(signature, steps);
    if (type.kind !== SyntaxKind.ThisType) return ofType(type, steps);
    return compiler.isPropertyAccessExpression(expression) ? ofExpression(expression.expression, steps) : undefined;
  }

  /** What a function gives that says so by its body alone: in the only place that returns something. */
  function ofReturned(fn: ts.SignatureDeclaration, steps: number): Written | undefined {
    const body = 'body' in fn ? fn.body : undefined;
    if (!body || steps <= 0 || ('asteriskToken' in fn && fn.asteriskToken)) return undefined;
    if (knownReturns.has(fn)) return knownReturns.get(fn);
    knownReturns.set(fn, undefined); // ends a function that gives what it gives itself
    const [only, ...others] = compiler.isBlock(body) ? returnsIn(body) : [body as ts.Expression]; // that of an arrow function
    const written = only && others.length === 0 ? ofExpression(only, steps - 1) : undefined;
    knownReturns.set(fn, written);
    return written;
  }

  function returnsIn(body: ts.Block): readonly ts.Expression[] {
    const found: ts.Expression[] = [];
    walk(body, compiler, node => {
      if (compiler.isFunctionLike(node) || compiler.isClassLike(node)) return 'over';
      if (compiler.isReturnStatement(node) && node.expression) found.push(node.expression);
      return compiler.isExpression(node) ? 'over' : 'into';
    });
    return found;
  }

  function givesPromise(fn: ts.SignatureDeclaration): boolean {
    return isAsync(fn, compiler) && !('asteriskToken' in fn && fn.asteriskToken);
  }

  /** What all overloads give, if it is the same. */
  function same(all: readonly (Written | undefined)[]): Written | undefined {
    const [first] = all;
    if (all.length <= 1 || first?.kind !== 'object') return all.length <= 1 ? first : undefined;
    const alike = all.filter(one => one?.kind === 'object' && one.bodies[0] === first.bodies[0]);
    return alike.length === all.length
      ? { ...first, typeArguments: [], isPart: alike.some(one => one?.kind === 'object' && one.isPart) }
      : undefined;
  }

  /** An instance of a class; or of what the standard library declares as an interface and a constructor of one name. */
  function ofNew({ expression, typeArguments }: ts.NewExpression, steps: number): Written | undefined {
    const written = ofExpression(expression, steps);
    if (written?.kind === 'class')
      return { kind: 'object', bodies: written.bodies, typeArguments: typeArguments ?? [] };
    const declarations = (compiler.isIdentifier(expression) ? symbolOf(expression)?.declarations : undefined) ?? [];
    const isOfLibrary = declarations.some(declaration =>
      program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
    );
    return isOfLibrary ? ofBodies(declarations, typeArguments ?? []) : undefined;
  }

  function ofAwaited(written: Written | undefined, steps: number): Written | undefined {
    const [promise] = ofLibraryBodies('Promise');
    if (written?.kind !== 'object' || written.bodies[0] !== promise) return undefined;
    const [awaited] = written.typeArguments;
    return awaited && ofType(awaited, steps);
  }

  function ofSymbol(symbol: ts.Symbol | undefined, steps: number): Written | undefined {
    if (!symbol || steps <= 0) return undefined;
    if (known.has(symbol)) return known.get(symbol);
    known.set(symbol, undefined); // ends a name that stands for itself
    const written = ofDeclarations(symbol.declarations ?? [], steps - 1);
    known.set(symbol, written);
    return written;
  }

  function ofDeclarations(declarations: readonly ts.Declaration[], steps: number): Written | undefined {
    if (declarations.some(declaration => compiler.isClassLike(declaration))) {
      const bodies = declarations.filter(isBody);
      return bodies.length === declarations.length ? { kind: 'class', bodies } : undefined;
    }
    const signatures = declarations.filter(isNamedSignature);
    if (signatures.length > 0)
      return signatures.length === declarations.length
        ? { kind: 'function', signatures: withoutImplementation(signatures) }
        : undefined;
    const [only, ...others] = declarations;
    return only && others.length === 0 ? ofDeclaration(only, steps) : undefined;
  }

  function withoutImplementation(signatures: readonly ts.SignatureDeclaration[]): readonly ts.SignatureDeclaration[] {
    return signatures.length === 1
      ? signatures
      : signatures.filter(signature => !('body' in signature && signature.body !== undefined));
  }

  function ofDeclaration(declaration: ts.Declaration, steps: number): Written | undefined {
    if (compiler.isBindingElement(declaration)) return ofBinding(declaration, steps);
    if (compiler.isGetAccessorDeclaration(declaration) || compiler.isPropertySignature(declaration))
      return ofOptionalType(declaration.type, steps);
    if (compiler.isShorthandPropertyAssignment(declaration))
      return ofSymbol(checker.getShorthandAssignmentValueSymbol(declaration), steps);
    if (compiler.isPropertyAssignment(declaration)) return ofExpression(declaration.initializer, steps);
    const isValue =
      compiler.isVariableDeclaration(declaration) ||
      compiler.isParameter(declaration) ||
      compiler.isPropertyDeclaration(declaration);
    if (!isValue) return undefined;
    if (declaration.type)
      return compiler.isParameter(declaration) && declaration.dotDotDotToken
        ? undefined
        : ofType(declaration.type, steps);
    if (compiler.isParameter(declaration)) return ofParameter(declaration, steps);
    return declaration.initializer && ofExpression(declaration.initializer, steps);
  }

  /** A parameter without a type has the one that its function is to have where it stands. */
  function ofParameter(parameter: ts.ParameterDeclaration, steps: number): Written | undefined {
    const { dotDotDotToken, initializer, parent: fn } = parameter;
    const isOfCallback = compiler.isArrowFunction(fn) || compiler.isFunctionExpression(fn);
    if (!isOfCallback || dotDotDotToken || initializer || compiler.getJSDocType(parameter)) return undefined;
    return ofContext(fn, fn.parameters.indexOf(parameter) - (hasThisParameter(fn) ? 1 : 0), steps);
  }

  function ofContext(
    fn: ts.ArrowFunction | ts.FunctionExpression,
    parameter: Parameter,
    steps: number,
  ): Written | undefined {
    if (steps <= 0) return undefined;
    const all = readCallbackType(compiler, fn, parameter, {
      hasOtherMembers: (type, than) => hasOtherMembers(ofType(type, steps - 1), than),
      meantBy: type => (compiler.isTypeReferenceNode(type) ? aliasOf(symbolOf(type.typeName))?.type : undefined),
      ofType: type => ofType(type, steps - 1),
      signaturesOf: expression => signaturesOfWritten(ofExpression(expression, steps - 1), steps - 1),
      signaturesOfType: type => signaturesOfWritten(ofType(type, steps - 1), steps - 1),
    });
    return all && same(all);
  }

  function signaturesOfWritten(
    written: Written | undefined,
    steps: number,
  ): readonly ts.SignatureDeclaration[] | undefined {
    if (written?.kind === 'function') return written.signatures;
    return written?.kind === 'object' && !written.isPart ? callSignaturesOf(written.bodies, steps) : undefined;
  }

  /** Whether what is of a type has to have members that something else does not have; or may have some, and none of them is among its own. */
  function hasOtherMembers(written: Written | undefined, than: object): boolean {
    if (written?.kind !== 'object' || written.isPart) return false;
    const members = written.bodies.flatMap((body): readonly ts.NamedDeclaration[] =>
      compiler.isObjectLiteralExpression(body) ? body.properties : body.members,
    );
    const named = members.filter(({ name }) => name && compiler.isIdentifier(name) && !(name.text in than));
    const isOptional = (member: ts.NamedDeclaration): boolean =>
      'questionToken' in member && member.questionToken !== undefined;
    return named.some(member => !isOptional(member)) || (named.length > 0 && members.every(isOptional));
  }

  /** `{ threads }` in `const { threads } = stores` or in a parameter. */
  function ofBinding(
    { dotDotDotToken, initializer, name, parent, propertyName }: ts.BindingElement,
    steps: number,
  ): Written | undefined {
    const property = propertyName ?? name;
    if (dotDotDotToken || initializer || !compiler.isObjectBindingPattern(parent) || !compiler.isIdentifier(property))
      return undefined;
    return ofSymbol(memberNamed(property.text, ofDeclaration(parent.parent, steps), steps), steps);
  }

  function ofOptionalType(type: ts.TypeNode | undefined, steps: number): Written | undefined {
    return type && ofType(type, steps);
  }

  function ofType(type: ts.TypeNode, steps: number): Written | undefined {
    if (steps <= 0) return undefined;
    if (compiler.isTypeReferenceNode(type)) return ofTypeReference(type, steps - 1);
    if (compiler.isUnionTypeNode(type)) return ofUnion(type, steps);
    if (compiler.isIntersectionTypeNode(type)) return ofIntersection(type, steps - 1);
    if (compiler.isTypeLiteralNode(type)) return { kind: 'object', bodies: [type], typeArguments: [] };
    if (compiler.isFunctionTypeNode(type)) return { kind: 'function', signatures: [type] };
    if (compiler.isParenthesizedTypeNode(type)) return ofType(type.type, steps);
    if (compiler.isArrayTypeNode(type)) return ofLibrary('Array');
    if (compiler.isTypeOperatorNode(type)) return isReadonlyArray(type) ? ofLibrary('ReadonlyArray') : undefined;
    if (compiler.isTypeQueryNode(type))
      return compiler.isIdentifier(type.exprName) ? ofSymbol(symbolOf(type.exprName), steps) : undefined;
    if (compiler.isIndexedAccessTypeNode(type)) return ofIndexedAccess(type, steps - 1);
    if (type.kind === SyntaxKind.StringKeyword) return ofLibrary('String');
    return type.kind === SyntaxKind.NumberKeyword || type.kind === SyntaxKind.BooleanKeyword
      ? { kind: 'plain' }
      : undefined;
  }

  /** A tuple has members of its own, such as its length. */
  function isReadonlyArray({ operator, type }: ts.TypeOperatorNode): boolean {
    return operator === SyntaxKind.ReadonlyKeyword && compiler.isArrayTypeNode(type);
  }

  /** Of several types, the one that all others extend: `Knex` of `Knex | Knex.Transaction`. */
  function ofUnion({ types }: ts.UnionTypeNode, steps: number): Written | undefined {
    const [only, ...others] = types.filter(type => !isNullish(type));
    if (!only || others.length === 0) return only && ofType(only, steps);
    const all = [only, ...others].map(type => ofType(type, steps - 1));
    return all.find(
      general =>
        general?.kind === 'object' && all.every(one => one?.kind === 'object' && isOrExtends(one, general, steps - 1)),
    );
  }

  /** Of several types at once, how they can be called. */
  function ofIntersection({ types }: ts.IntersectionTypeNode, steps: number): Written | undefined {
    const all = types.map(type => signaturesOfWritten(ofType(type, steps), steps));
    if (!all.every(one => one !== undefined)) return undefined;
    const signatures = all.flat();
    return signatures.length > 0 ? { kind: 'function', signatures } : undefined;
  }

  function isOrExtends({ bodies }: WrittenObject, general: WrittenObject, steps: number): boolean {
    if (bodies[0] === general.bodies[0]) return true;
    return (
      steps > 0 &&
      bodies.flatMap(basesOf).some(base => {
        const written = ofBase(base, 'object', steps - 1);
        return written?.kind === 'object' && !written.isPart && isOrExtends(written, general, steps - 1);
      })
    );
  }

  function isNullish(type: ts.TypeNode): boolean {
    return (
      type.kind === SyntaxKind.UndefinedKeyword ||
      (compiler.isLiteralTypeNode(type) && type.literal.kind === SyntaxKind.NullKeyword)
    );
  }

  /** `Stores['threads']` */
  function ofIndexedAccess({ indexType, objectType }: ts.IndexedAccessTypeNode, steps: number): Written | undefined {
    if (!compiler.isLiteralTypeNode(indexType) || !compiler.isStringLiteral(indexType.literal)) return undefined;
    return ofSymbol(memberNamed(indexType.literal.text, ofType(objectType, steps), steps), steps);
  }

  function ofTypeReference({ typeArguments, typeName }: ts.TypeReferenceNode, steps: number): Written | undefined {
    const symbol = symbolOf(typeName);
    return symbol && ofTypeSymbol(symbol, typeArguments ?? [], steps);
  }

  function ofTypeSymbol(symbol: ts.Symbol, typeArguments: readonly ts.TypeNode[], steps: number): Written | undefined {
    const alias = aliasOf(symbol);
    if (!alias) return ofBodies(symbol.declarations, typeArguments);
    const [first] = typeArguments;
    const isTransparent =
      transparentTypes.has(symbol.name) && program.isSourceFileDefaultLibrary(alias.getSourceFile());
    if (isTransparent) return first && ofTransparent(symbol.name, ofType(first, steps));
    return ofType(alias.type, steps);
  }

  function aliasOf(symbol: ts.Symbol | undefined): ts.TypeAliasDeclaration | undefined {
    return symbol?.declarations?.find(compiler.isTypeAliasDeclaration);
  }

  function ofTransparent(name: string, written: Written | undefined): Written | undefined {
    if (written?.kind !== 'object') return written;
    const isArray = written.bodies[0] === ofLibraryBodies('Array')[0];
    return isArray && name === 'Readonly' ? ofLibrary('ReadonlyArray') : { ...written, isPart: true };
  }

  function ofBodies(
    declarations: readonly ts.Declaration[] | undefined,
    typeArguments: readonly ts.TypeNode[],
  ): Written | undefined {
    const bodies = (declarations ?? []).filter(isBody);
    return bodies.length > 0 ? { kind: 'object', bodies, typeArguments } : undefined;
  }

  function isBody(declaration: ts.Node): declaration is ts.ClassLikeDeclaration | ts.InterfaceDeclaration {
    return compiler.isClassLike(declaration) || compiler.isInterfaceDeclaration(declaration);
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

  function ofLibrary(name: string): Written | undefined {
    return ofBodies(ofLibraryBodies(name), []);
  }

  function ofLibraryBodies(name: string): readonly ts.Declaration[] {
    libraryTypes ??= indexLibraryTypes(compiler, program);
    const declared = libraryTypes.get(name);
    return (declared && checker.getSymbolAtLocation(declared)?.declarations) ?? [];
  }

  function symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = checker.getSymbolAtLocation(node);
    return symbol && (symbol.flags & SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  }
}

/** The names of the interfaces that the standard library declares, each where it is first declared. */
function indexLibraryTypes(compiler: typeof ts, program: ts.Program): ReadonlyMap<string, ts.Identifier> {
  const libraries = program.getSourceFiles().filter(sourceFile => program.isSourceFileDefaultLibrary(sourceFile));
  const names = libraries.flatMap(({ statements }) =>
    statements.filter(compiler.isInterfaceDeclaration).map(({ name }) => name),
  );
  return new Map(names.toReversed().map(name => [name.text, name]));
}
