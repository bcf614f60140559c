import type ts from 'typescript';
import { unwrap } from '../../syntax/unwrap.js';
import { untilSettled } from './until-settled.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { WrittenSymbols } from './written/find-written-symbols.js';
import type { ProjectFiles } from '../../project-index/project-files.js';
import type { ProjectIndex } from '../../project-index/project-index.js';
import type { Implementer } from '../../project-index/visit-implementers.js';

/** What says where functions are. */
interface FunctionSources {
  readonly files: ProjectFiles;
  readonly index: ProjectIndex;
  readonly written: WrittenSymbols;
  /** The functions that a declaration of a declaration file was built from. */
  readonly behind: (declaration: ts.Declaration) => readonly FunctionWithBody[];
  /** The functions that another program has for a type of this one, which it knows by what that was built to. */
  readonly beyond: (type: ts.Identifier, member: string | undefined) => readonly FunctionWithBody[];
}

/** Finds functions in the project's own files. */
export interface FunctionFinder {
  /** Those that an expression stands for. */
  readonly at: (expression: ts.Expression) => readonly FunctionWithBody[];
  /** Those that a symbol stands for. */
  readonly of: (symbol: ts.Symbol) => readonly FunctionWithBody[];
  /** Those that stand behind a type of functions, or behind a member of a type, where the type has a name and `isMeant`. */
  readonly implementing: (
    type: string,
    isMeant: IsMeantType,
    member: string | undefined,
  ) => readonly FunctionWithBody[];
  /** The classes that extend or implement one. */
  readonly heirsOf: (base: ts.ClassLikeDeclaration) => readonly ts.ClassLikeDeclaration[];
}

/** Whether a type is the one that is asked for, not one that is only called the same. */
export type IsMeantType = (type: ts.Symbol | undefined) => boolean;

/**
 * Makes the search for functions: through variables, properties, destructuring, `bind`, factories, and, for a member without a
 * body, through the classes and objects that implement its type.
 */
export function createFunctionFinder(
  compiler: typeof ts,
  program: ts.Program,
  { behind, beyond, files, index, written }: FunctionSources,
): FunctionFinder {
  const checker = program.getTypeChecker();
  const { symbolOf } = written;
  const ofSymbols = untilSettled<FunctionWithBody>();

  return {
    at: ofExpression,
    of: symbol => ofSymbols(symbol, () => ofSymbol(symbol, undefined)),
    implementing: (type, isMeant, member) => {
      const direct = index.implementersOf(type).filter(({ named }) => isMeant(symbolOf(named)));
      return member === undefined
        ? direct.flatMap(functionsIn)
        : withHeirs(direct).flatMap(implementer => ofMember(implementer, member));
    },
    heirsOf,
  };

  function ofExpression(expression: ts.Expression): readonly FunctionWithBody[] {
    const at = unwrap(expression, compiler);
    if (isFunctionWithBody(at)) return [at];
    const container = containerOf(at);
    if (container) {
      const inside = ofContainer(container);
      if (inside.length > 0) return inside;
    }
    if (compiler.isCallExpression(at))
      return isBind(at) ? ofExpression((at.expression as ts.PropertyAccessExpression).expression) : ofType(at);
    const name = nameOf(at);
    const symbol = name && symbolOf(name);
    return symbol ? ofSymbols(symbol, () => ofSymbol(symbol, at)) : [];
  }

  /** What a function is taken out of by a key that the tree does not tell: `table` in `table[key]`, `handlers` in `handlers.get(key)`. */
  function containerOf(at: ts.Expression): ts.Expression | undefined {
    if (compiler.isElementAccessExpression(at) && !compiler.isStringLiteralLike(at.argumentExpression))
      return at.expression;
    const isTaken =
      compiler.isCallExpression(at) &&
      compiler.isPropertyAccessExpression(at.expression) &&
      (at.expression.name.text === 'get' || at.expression.name.text === 'at');
    return isTaken ? at.expression.expression : undefined;
  }

  /** The functions in an object, an array or a map that is written out where it is declared, and never changes as a whole. */
  function ofContainer(container: ts.Expression): readonly FunctionWithBody[] {
    const name = nameOf(unwrap(container, compiler));
    const [declaration] = (name && symbolOf(name)?.declarations) ?? [];
    if (!declaration || isOfOthers(declaration)) return [];
    const isKept =
      (compiler.isVariableDeclaration(declaration) && (declaration.parent.flags & compiler.NodeFlags.Const) !== 0) ||
      compiler.isPropertyDeclaration(declaration);
    return isKept && declaration.initializer ? functionsWrittenIn(declaration.initializer) : [];
  }

  function functionsWrittenIn(written: ts.Expression): readonly FunctionWithBody[] {
    const at = unwrap(written, compiler);
    if (compiler.isArrayLiteralExpression(at)) return at.elements.flatMap(ofExpression);
    if (compiler.isObjectLiteralExpression(at)) return at.properties.flatMap(property => ofDeclaration(property));
    const isMap = compiler.isNewExpression(at) && compiler.isIdentifier(at.expression) && at.expression.text === 'Map';
    const [entries] = isMap ? (at.arguments ?? []) : [];
    if (!entries || !compiler.isArrayLiteralExpression(entries)) return [];
    return entries.elements.flatMap(entry =>
      compiler.isArrayLiteralExpression(entry) && entry.elements[1] ? ofExpression(entry.elements[1]) : [],
    );
  }

  function ofSymbol(symbol: ts.Symbol, at: ts.Expression | undefined): readonly FunctionWithBody[] {
    const declarations = symbol.declarations ?? [];
    const functions = declarations.flatMap(declaration => ofDeclaration(declaration));
    const member = declarations.find(declaration => isMemberWithoutBody(declaration));
    if (functions.length > 0 && !(member && compiler.isInterfaceDeclaration(member.parent))) return functions;
    const all = [...new Set([...functions, ...(member ? ofImplementers(member, symbol.name) : [])])];
    return all.length > 0 || !at ? all : ofType(at);
  }

  function ofDeclaration(declaration: ts.Declaration): readonly FunctionWithBody[] {
    if (isOfOthers(declaration)) return behind(declaration);
    if (isFunctionWithBody(declaration)) return [declaration];
    if (compiler.isExportAssignment(declaration)) return ofExpression(declaration.expression);
    if (compiler.isShorthandPropertyAssignment(declaration)) {
      const value = checker.getShorthandAssignmentValueSymbol(declaration);
      return value ? ofSymbols(value, () => ofSymbol(value, declaration.name)) : [];
    }
    const hasValue =
      compiler.isVariableDeclaration(declaration) ||
      compiler.isPropertyDeclaration(declaration) ||
      compiler.isPropertyAssignment(declaration);
    return hasValue && declaration.initializer ? ofExpression(declaration.initializer) : [];
  }

  /**
   * The functions whose type an expression has: what a factory returns, what a pattern takes out of an object, and those
   * that are written down to be of a type of functions that has a name.
   */
  function ofType(expression: ts.Expression): readonly FunctionWithBody[] {
    const signatures = written.signaturesOf(expression);
    if (signatures) return ofSignatures(signatures);
    const type = checker.getTypeAtLocation(expression);
    const functions = (type.getSymbol()?.declarations ?? []).filter(isOwnFunction);
    return functions.length > 0 ? functions : ofFunctionType(type.aliasSymbol ?? type.getSymbol());
  }

  /** The same, where it is written down how an expression can be called. */
  function ofSignatures(signatures: readonly ts.SignatureDeclaration[]): readonly FunctionWithBody[] {
    const declarations = signatures.flatMap(
      signature => (signature.name && symbolOf(signature.name)?.declarations) ?? [signature], // an overload has its body elsewhere
    );
    const functions = [...new Set(declarations)].filter(isOwnFunction);
    const type = signatures[0]?.parent;
    const isNamed = type && (compiler.isTypeAliasDeclaration(type) || compiler.isInterfaceDeclaration(type));
    return functions.length > 0 || !isNamed ? functions : ofFunctionType(symbolOf(type.name));
  }

  function isOwnFunction(declaration: ts.Node): declaration is FunctionWithBody {
    return isFunctionWithBody(declaration) && !isOfOthers(declaration);
  }

  function ofFunctionType(type: ts.Symbol | undefined): readonly FunctionWithBody[] {
    const declaration = type?.declarations?.filter(one => !isOfOthers(one)).find(isFunctionType);
    return declaration
      ? [...directImplementersOf(declaration.name).flatMap(functionsIn), ...beyond(declaration.name, undefined)]
      : [];
  }

  /** `type Save = (thread: Thread) => Promise<void>`, or an interface that can be called. */
  function isFunctionType(
    declaration: ts.Declaration,
  ): declaration is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
    if (compiler.isTypeAliasDeclaration(declaration)) return compiler.isFunctionTypeNode(declaration.type);
    return (
      compiler.isInterfaceDeclaration(declaration) &&
      declaration.members.some(member => compiler.isCallSignatureDeclaration(member))
    );
  }

  function ofImplementers(member: ts.Declaration, name: string): readonly FunctionWithBody[] {
    const { parent: owner } = member;
    if (!(compiler.isInterfaceDeclaration(owner) || compiler.isClassLike(owner) || compiler.isTypeLiteralNode(owner)))
      return [];
    const named = compiler.isTypeLiteralNode(owner) ? owner.parent : owner;
    const ownerName =
      compiler.isTypeAliasDeclaration(named) || compiler.isInterfaceDeclaration(named) || compiler.isClassLike(named)
        ? named.name
        : undefined;
    if (!ownerName) return [];
    const implementers = withHeirs(directImplementersOf(ownerName));
    const heirs = implementers.flatMap(({ body }) => (compiler.isClassLike(body) && body.name ? [body.name] : []));
    return [
      ...implementers.flatMap(implementer => ofMember(implementer, name)),
      ...[ownerName, ...heirs].flatMap(type => beyond(type, name)),
    ];
  }

  /** Those that name a type, and those that extend them or a type that does. */
  function withHeirs(implementers: readonly Implementer[]): readonly Implementer[] {
    const all = new Set(implementers);
    for (const { body } of all)
      if (compiler.isClassLike(body) && body.name) for (const one of directImplementersOf(body.name)) all.add(one);
    return [...all];
  }

  function heirsOf({ name }: ts.ClassLikeDeclaration): readonly ts.ClassLikeDeclaration[] {
    return name ? directImplementersOf(name).flatMap(({ body }) => (compiler.isClassLike(body) ? [body] : [])) : [];
  }

  /** Those that name the very type, not one that is only called the same. */
  function directImplementersOf(name: ts.Identifier): readonly Implementer[] {
    const candidates = index.implementersOf(name.text);
    const type = candidates.length > 0 ? checker.getSymbolAtLocation(name) : undefined;
    return candidates.filter(({ named }) => symbolOf(named) === type);
  }

  function functionsIn({ body }: Implementer): readonly FunctionWithBody[] {
    return isFunctionWithBody(body) ? [body] : [];
  }

  function ofMember({ body }: Implementer, name: string): readonly FunctionWithBody[] {
    if (isFunctionWithBody(body)) return [];
    const members: readonly ts.Declaration[] = compiler.isClassLike(body) ? body.members : body.properties;
    return members
      .filter(
        ({ name: own }: ts.NamedDeclaration) =>
          own !== undefined && (compiler.isIdentifier(own) || compiler.isStringLiteral(own)) && own.text === name,
      )
      .flatMap(member => ofDeclaration(member));
  }

  function isMemberWithoutBody(declaration: ts.Declaration): boolean {
    return (
      compiler.isMethodSignature(declaration) ||
      compiler.isPropertySignature(declaration) ||
      (compiler.isMethodDeclaration(declaration) && !declaration.body) ||
      (compiler.isPropertyDeclaration(declaration) && !declaration.initializer)
    );
  }

  function isFunctionWithBody(node: ts.Node): node is FunctionWithBody {
    return (
      (compiler.isFunctionDeclaration(node) ||
        compiler.isMethodDeclaration(node) ||
        compiler.isFunctionExpression(node) ||
        compiler.isArrowFunction(node)) &&
      node.body !== undefined
    );
  }

  function isOfOthers(declaration: ts.Node): boolean {
    return !files.isOwn(declaration.getSourceFile());
  }

  /** `save.bind(this)` */
  function isBind({ expression }: ts.CallExpression): boolean {
    return compiler.isPropertyAccessExpression(expression) && expression.name.text === 'bind';
  }

  function nameOf(expression: ts.Expression): ts.Node | undefined {
    if (compiler.isIdentifier(expression)) return expression;
    if (compiler.isPropertyAccessExpression(expression)) return expression.name;
    return compiler.isElementAccessExpression(expression) && compiler.isStringLiteralLike(expression.argumentExpression)
      ? expression.argumentExpression
      : undefined;
  }
}
