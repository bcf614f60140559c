import type ts from 'typescript';
import { transparentTypes } from '../../../syntax/transparent-types.js';
import { createMemberFinder, type Body } from './find-member.js';
import type { Written, WrittenObject } from './written.js';

/** How names and what they stand for are found. */
export interface SymbolReader {
  /** What a name refers to; of what is imported, where it is declared. */
  readonly symbolOf: (name: ts.Node) => ts.Symbol | undefined;
  readonly ofSymbol: (symbol: ts.Symbol | undefined, steps: number) => Written | undefined;
}

/**
 * Reads type nodes, and the members and signatures of what they describe. Each name and each type that stands for another
 * takes one of `steps`; undefined is always what is not written down, or too far away.
 */
export interface TypeReader {
  readonly ofType: (type: ts.TypeNode, steps: number) => Written | undefined;
  /** What has the members that some declarations write out, of those that write out any. */
  readonly ofBodies: (
    declarations: readonly ts.Declaration[] | undefined,
    typeArguments: readonly ts.TypeNode[],
  ) => Written | undefined;
  /** What is of a type of the standard library. */
  readonly ofLibrary: (name: string) => Written | undefined;
  readonly ofLibraryBodies: (name: string) => readonly ts.Declaration[];
  readonly isBody: (declaration: ts.Node) => declaration is ts.ClassLikeDeclaration | ts.InterfaceDeclaration;
  /** The declaration of a type that stands for another. */
  readonly aliasOf: (symbol: ts.Symbol | undefined) => ts.TypeAliasDeclaration | undefined;
  readonly memberNamed: (name: string, written: Written | undefined, steps: number) => ts.Symbol | undefined;
  /** Whether what is of a type has to have members that something else does not have; or may have some, and none of them is among its own. */
  readonly hasOtherMembers: (written: Written | undefined, than: object) => boolean;
  /** How something can be called. */
  readonly signaturesOfWritten: (
    written: Written | undefined,
    steps: number,
  ) => readonly ts.SignatureDeclaration[] | undefined;
  /** How an object can be called, by its own signatures and by those of all that it extends. */
  readonly callSignaturesOf: (
    bodies: readonly Body[],
    steps: number,
  ) => readonly ts.CallSignatureDeclaration[] | undefined;
  /** The class or interface that some bodies are of. */
  readonly nameOfBodies: (bodies: readonly Body[]) => ts.Symbol | undefined;
  /** Adds the symbols of types and of all that they extend or implement; false where one of them is not written down. */
  readonly collectTypes: (bodies: readonly Body[], symbols: Set<ts.Symbol>, steps: number) => boolean;
}

/** Makes a reader of the types that a program writes down. */
export function createTypeReader(
  compiler: typeof ts,
  program: ts.Program,
  { ofSymbol, symbolOf }: SymbolReader,
): TypeReader {
  const checker = program.getTypeChecker();
  const { SyntaxKind } = compiler;
  const findMember = createMemberFinder(compiler);
  let libraryTypes: ReadonlyMap<string, ts.Identifier> | undefined;

  return {
    aliasOf,
    callSignaturesOf,
    collectTypes,
    hasOtherMembers,
    isBody,
    memberNamed,
    nameOfBodies,
    ofBodies,
    ofLibrary,
    ofLibraryBodies,
    ofType,
    signaturesOfWritten,
  };

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

  /** Of several types at once, how they can be called. */
  function ofIntersection({ types }: ts.IntersectionTypeNode, steps: number): Written | undefined {
    const all = types.map(type => signaturesOfWritten(ofType(type, steps), steps));
    if (!all.every(one => one !== undefined)) return undefined;
    const signatures = all.flat();
    return signatures.length > 0 ? { kind: 'function', signatures } : undefined;
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

  function ofLibrary(name: string): Written | undefined {
    return ofBodies(ofLibraryBodies(name), []);
  }

  function ofLibraryBodies(name: string): readonly ts.Declaration[] {
    libraryTypes ??= indexLibraryTypes(compiler, program);
    const declared = libraryTypes.get(name);
    return (declared && checker.getSymbolAtLocation(declared)?.declarations) ?? [];
  }

  function memberNamed(name: string, written: Written | undefined, steps: number): ts.Symbol | undefined {
    if (!written || !('bodies' in written) || steps <= 0) return undefined;
    const own = findMember({ bodies: written.bodies, isStatic: written.kind === 'class', name });
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

  function signaturesOfWritten(
    written: Written | undefined,
    steps: number,
  ): readonly ts.SignatureDeclaration[] | undefined {
    if (written?.kind === 'function') return written.signatures;
    return written?.kind === 'object' && !written.isPart ? callSignaturesOf(written.bodies, steps) : undefined;
  }

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

  function nameOfBodies([first]: readonly Body[]): ts.Symbol | undefined {
    return first && isBody(first) && first.name ? checker.getSymbolAtLocation(first.name) : undefined;
  }

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
}

/** The names of the interfaces that the standard library declares, each where it is first declared. */
function indexLibraryTypes(compiler: typeof ts, program: ts.Program): ReadonlyMap<string, ts.Identifier> {
  const libraries = program.getSourceFiles().filter(sourceFile => program.isSourceFileDefaultLibrary(sourceFile));
  const names = libraries.flatMap(({ statements }) =>
    statements.filter(compiler.isInterfaceDeclaration).map(({ name }) => name),
  );
  return new Map(names.toReversed().map(name => [name.text, name]));
}
