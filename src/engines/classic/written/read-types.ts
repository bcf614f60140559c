import type ts from 'typescript';
import { transparentTypes } from '../../../syntax/transparent-types.js';
import { createMemberFinder, type Body } from './find-member.js';
import type { Written, WrittenObject } from './written.js';

/** How names and what they stand for are found. */
export interface SymbolReader {
  /** What a name refers to; of what is imported, where it is declared. */
  readonly symbolOf: (name: ts.Node) => ts.Symbol | undefined;
  readonly ofSymbol: (symbol: ts.Symbol | undefined) => Written | undefined;
}

/**
 * Reads type nodes, and the members and signatures of what they describe. Names and
 * types may stand for others any number of times; undefined is always what is not written down, or what stands for itself.
 */
export interface TypeReader {
  readonly ofType: (type: ts.TypeNode) => Written | undefined;
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
  readonly memberNamed: (name: string, written: Written | undefined) => ts.Symbol | undefined;
  /** Whether what is of a type has to have members that something else does not have; or may have some, and none of them is among its own. */
  readonly hasOtherMembers: (written: Written | undefined, than: object) => boolean;
  /** How something can be called. */
  readonly signaturesOfWritten: (written: Written | undefined) => readonly ts.SignatureDeclaration[] | undefined;
  /** How an object can be called, by its own signatures and by those of all that it extends. */
  readonly callSignaturesOf: (bodies: readonly Body[]) => readonly ts.CallSignatureDeclaration[] | undefined;
  /** The class or interface that some bodies are of. */
  readonly nameOfBodies: (bodies: readonly Body[]) => ts.Symbol | undefined;
  /** Adds the symbols of types and of all that they extend or implement; false where one of them is not written down. */
  readonly collectTypes: (bodies: readonly Body[], symbols: Set<ts.Symbol>) => boolean;
}

/** What may extend something: a class, or what is of one or of another type. */
type Heir = Extract<Written, { readonly bodies: readonly Body[] }>;

/** Makes a reader of the types that a program writes down. */
export function createTypeReader(
  compiler: typeof ts,
  program: ts.Program,
  { ofSymbol, symbolOf }: SymbolReader,
): TypeReader {
  const checker = program.getTypeChecker();
  const { SyntaxKind } = compiler;
  const findMember = createMemberFinder(compiler);
  const knownAliases = new Map<ts.TypeAliasDeclaration, Written | undefined>();
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

  function ofType(type: ts.TypeNode): Written | undefined {
    if (compiler.isTypeReferenceNode(type)) return ofTypeReference(type);
    if (compiler.isUnionTypeNode(type)) return ofUnion(type);
    if (compiler.isIntersectionTypeNode(type)) return ofIntersection(type);
    if (compiler.isTypeLiteralNode(type)) return { kind: 'object', bodies: [type], typeArguments: [] };
    if (compiler.isFunctionTypeNode(type)) return { kind: 'function', signatures: [type] };
    if (compiler.isParenthesizedTypeNode(type)) return ofType(type.type);
    if (compiler.isArrayTypeNode(type)) return ofLibrary('Array');
    if (compiler.isTypeOperatorNode(type)) return isReadonlyArray(type) ? ofLibrary('ReadonlyArray') : undefined;
    if (compiler.isTypeQueryNode(type))
      return compiler.isIdentifier(type.exprName) ? ofSymbol(symbolOf(type.exprName)) : undefined;
    if (compiler.isIndexedAccessTypeNode(type)) return ofIndexedAccess(type);
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
  function ofUnion({ types }: ts.UnionTypeNode): Written | undefined {
    const [only, ...others] = types.filter(type => !isNullish(type));
    if (!only || others.length === 0) return only && ofType(only);
    const all = [only, ...others].map(type => ofType(type));
    return all.find(
      general => general?.kind === 'object' && all.every(one => one?.kind === 'object' && isOrExtends(one, general)),
    );
  }

  function isOrExtends(one: WrittenObject, general: WrittenObject): boolean {
    const isWhole = (at: Written): boolean => at === one || (at.kind === 'object' && !at.isPart);
    for (const at of lineOf(one, heir => (isWhole(heir) ? basesOf(heir) : [])))
      if (at && isWhole(at) && 'bodies' in at && at.bodies[0] === general.bodies[0]) return true;
    return false;
  }

  function isNullish(type: ts.TypeNode): boolean {
    return (
      type.kind === SyntaxKind.UndefinedKeyword ||
      (compiler.isLiteralTypeNode(type) && type.literal.kind === SyntaxKind.NullKeyword)
    );
  }

  /** Of several types at once, how they can be called. */
  function ofIntersection({ types }: ts.IntersectionTypeNode): Written | undefined {
    const all = types.map(type => signaturesOfWritten(ofType(type)));
    if (!all.every(one => one !== undefined)) return undefined;
    const signatures = all.flat();
    return signatures.length > 0 ? { kind: 'function', signatures } : undefined;
  }

  /** `Stores['threads']` */
  function ofIndexedAccess({ indexType, objectType }: ts.IndexedAccessTypeNode): Written | undefined {
    if (!compiler.isLiteralTypeNode(indexType) || !compiler.isStringLiteral(indexType.literal)) return undefined;
    return ofSymbol(memberNamed(indexType.literal.text, ofType(objectType)));
  }

  function ofTypeReference({ typeArguments, typeName }: ts.TypeReferenceNode): Written | undefined {
    const symbol = symbolOf(typeName);
    return symbol && ofTypeSymbol(symbol, typeArguments ?? []);
  }

  function ofTypeSymbol(symbol: ts.Symbol, typeArguments: readonly ts.TypeNode[]): Written | undefined {
    const alias = aliasOf(symbol);
    if (!alias) return ofBodies(symbol.declarations, typeArguments);
    const [first] = typeArguments;
    const isTransparent =
      transparentTypes.has(symbol.name) && program.isSourceFileDefaultLibrary(alias.getSourceFile());
    if (isTransparent) return first && ofTransparent(symbol.name, ofType(first));
    return ofAlias(alias);
  }

  function ofAlias(alias: ts.TypeAliasDeclaration): Written | undefined {
    if (knownAliases.has(alias)) return knownAliases.get(alias);
    knownAliases.set(alias, undefined); // ends a type that stands for itself
    const written = ofType(alias.type);
    knownAliases.set(alias, written);
    return written;
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

  function memberNamed(name: string, written: Written | undefined): ts.Symbol | undefined {
    for (const heir of lineOf(written, basesOf)) {
      const own =
        heir && 'bodies' in heir && findMember({ bodies: heir.bodies, isStatic: heir.kind === 'class', name });
      if (own) return checker.getSymbolAtLocation(own);
    }
    return undefined;
  }

  /**
   * Something with all that it leads to by `basesOf`, itself first, and each only once: types extend others in any number, and,
   * by mistake, themselves. Undefined is a base that is not written down.
   */
  function* lineOf(
    start: Written | undefined,
    basesOfHeir: (heir: Heir) => readonly ts.ExpressionWithTypeArguments[],
  ): Generator<Written | undefined> {
    const seen = new Set<Body>();
    const open = [start];
    while (open.length > 0) {
      const at = open.pop();
      const [body] = at && 'bodies' in at ? at.bodies : [];
      if (body && seen.has(body)) continue;
      yield at;
      if (!body || !at || !('bodies' in at)) continue;
      seen.add(body);
      open.push(
        ...basesOfHeir(at)
          .map(base => ofBase(base, at.kind))
          .toReversed(),
      );
    }
  }

  function basesOf(heir: Heir): readonly ts.ExpressionWithTypeArguments[] {
    return clausesOf(heir)
      .filter(({ token }) => token === SyntaxKind.ExtendsKeyword)
      .flatMap(({ types }) => types);
  }

  function clausesOf({ bodies }: Heir): readonly ts.HeritageClause[] {
    return bodies.flatMap(
      body =>
        (compiler.isClassLike(body) || compiler.isInterfaceDeclaration(body) ? body.heritageClauses : undefined) ?? [],
    );
  }

  function ofBase(
    { expression, typeArguments }: ts.ExpressionWithTypeArguments,
    kind: Heir['kind'],
  ): Written | undefined {
    const name = compiler.isPropertyAccessExpression(expression) ? expression.name : expression;
    const symbol = compiler.isIdentifier(name) ? symbolOf(name) : undefined;
    if (!symbol) return undefined;
    return kind === 'class' ? ofSymbol(symbol) : ofTypeSymbol(symbol, typeArguments ?? []);
  }

  function signaturesOfWritten(written: Written | undefined): readonly ts.SignatureDeclaration[] | undefined {
    if (written?.kind === 'function') return written.signatures;
    return written?.kind === 'object' && !written.isPart ? callSignaturesOf(written.bodies) : undefined;
  }

  function callSignaturesOf(bodies: readonly Body[]): readonly ts.CallSignatureDeclaration[] | undefined {
    const signatures: ts.CallSignatureDeclaration[] = [];
    for (const at of lineOf({ kind: 'object', bodies, typeArguments: [] }, basesOf)) {
      if (at?.kind !== 'object') return undefined;
      for (const body of at.bodies)
        if (compiler.isInterfaceDeclaration(body) || compiler.isTypeLiteralNode(body))
          signatures.push(...body.members.filter(compiler.isCallSignatureDeclaration));
    }
    return signatures;
  }

  function collectTypes(bodies: readonly Body[], symbols: Set<ts.Symbol>): boolean {
    const start: WrittenObject = { kind: 'object', bodies, typeArguments: [] };
    for (const at of lineOf(start, heir => clausesOf(heir).flatMap(({ types }) => types))) {
      const symbol = at?.kind === 'object' ? nameOfBodies(at.bodies) : undefined;
      if (!symbol) return false;
      symbols.add(symbol);
    }
    return true;
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
