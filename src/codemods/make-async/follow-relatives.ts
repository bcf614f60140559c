import type ts from 'typescript';
import { packageOfFile } from '../../package-of-file.js';
import { isProjectFile } from '../../project-index/is-project-file.js';
import { admitsPromise, callSignaturesOf } from './classify-result.js';
import type { KnownBy } from './known-by.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/** What can have members that stand for one another. */
type Owner = ts.ClassLikeDeclaration | ts.InterfaceDeclaration | ts.TypeLiteralNode | ts.ObjectLiteralExpression;

/**
 * What follows for the members that a member overrides or implements, and for those that override or implement it. A member
 * of a type with the same shape may stand for it without a word, and then its callers cannot be told apart: refused.
 */
export function* followRelatives(known: KnownBy, tracing: Tracing): Steps {
  const owned = known.declarations.filter(declaration => ownerOf(declaration, tracing.compiler));
  if (owned.length === 0) return;
  const bases = owned.flatMap(declaration => basesOf(declaration, known.name, tracing));
  for (const base of bases) yield* followBase(base, known.name, tracing);
  for (const declaration of owned)
    if (isHeldByAnyName(declaration, known.name, tracing))
      yield refuse(`\`${known.name}\` at ${tracing.locate(declaration)} can be called by whoever asks for any name`);
  const inherited = allDeclarationsOf(bases, known.name, tracing);
  for (const other of membersNamed(known.name, tracing)) {
    if (owned.includes(other) || inherited.has(other)) continue;
    const isHeir = basesOf(other, known.name, tracing).some(({ declarations = [] }) =>
      declarations.some(base => owned.includes(base)),
    );
    if (isHeir) yield { kind: 'declaration', node: other };
    else if (owned.some(own => mayStandFor(other, own, tracing))) {
      return yield refuse(
        `\`${known.name}\` at ${tracing.locate(other)} belongs to a type of the same shape, whose callers may call it`,
      );
    }
  }
}

/** A member that another one overrides or implements: its promise is a surprise, unless the member says that it may be one. */
function* followBase(base: ts.Symbol, name: string, tracing: Tracing): Steps {
  const { checker, program } = tracing;
  const signatures = callSignaturesOf(checker.getTypeOfSymbol(base));
  if (signatures.length > 0 && signatures.every(signature => admitsPromise(signature.getReturnType(), tracing))) return;
  const declarations = base.declarations ?? [];
  if (!declarations.some(declaration => isWrittenAt(declaration, signatures)))
    return yield refuse(`the type that \`${name}\` is expected to have does not say that it takes a promise`);
  for (const declaration of declarations) {
    const isOfOthers = !isProjectFile(declaration.getSourceFile(), program);
    yield isOfOthers
      ? refuse(
          `${describeOwner(declaration, tracing)}, which declares \`${name}\`, does not say that it takes a promise`,
        )
      : { kind: 'declaration', node: declaration };
  }

  /** Whether a declaration is where a function's type is written: that of a member of `Record` and the like is written elsewhere. */
  function isWrittenAt(declaration: ts.Declaration, members: readonly ts.Signature[]): boolean {
    const written = callSignaturesOf(checker.getTypeAtLocation(declaration)).map(signature => signature.declaration);
    return members.length === 0 || members.some(signature => written.includes(signature.declaration));
  }
}

function describeOwner(declaration: ts.Declaration, { locate, program }: Tracing): string {
  const sourceFile = declaration.getSourceFile();
  if (program.isSourceFileDefaultLibrary(sourceFile)) return 'the language';
  const owner = packageOfFile(sourceFile.fileName);
  return owner === undefined ? locate(declaration) : `\`${owner}\``;
}

/** The members that a member overrides or implements: those of what its owner extends or implements, or of the type that is expected of an object. */
function basesOf(declaration: ts.Declaration, name: string, { checker, compiler }: Tracing): readonly ts.Symbol[] {
  const owner = ownerOf(declaration, compiler);
  if (!owner || compiler.isTypeLiteralNode(owner)) return [];
  if (compiler.isObjectLiteralExpression(owner)) return membersOf([checker.getContextualType(owner)], name);
  const isStatic = (compiler.getCombinedModifierFlags(declaration) & compiler.ModifierFlags.Static) !== 0;
  const heritage = (owner.heritageClauses ?? []).flatMap(({ types }) => types);
  return membersOf(
    heritage.map(base => checker.getTypeAtLocation(isStatic ? base.expression : base)),
    name,
  );
}

/** Whether the type that is expected of an object has a function under any name, as `Record<string, () => void>` has. */
function isHeldByAnyName(declaration: ts.Declaration, name: string, tracing: Tracing): boolean {
  const { checker, compiler } = tracing;
  const owner = ownerOf(declaration, compiler);
  const expected = owner && compiler.isObjectLiteralExpression(owner) ? checker.getContextualType(owner) : undefined;
  return (expected?.isUnion() ? expected.types : [expected]).some(type => {
    const held = type && !type.getProperty(name) ? type.getStringIndexType() : undefined;
    return (
      held !== undefined &&
      !held.getCallSignatures().some(signature => admitsPromise(signature.getReturnType(), tracing))
    );
  });
}

/** The declarations of some members, and of all that these override or implement in turn. */
function allDeclarationsOf(members: readonly ts.Symbol[], name: string, tracing: Tracing): ReadonlySet<ts.Declaration> {
  const all = new Set(members.flatMap(({ declarations = [] }) => declarations));
  for (const declaration of all)
    for (const base of basesOf(declaration, name, tracing))
      for (const further of base.declarations ?? []) all.add(further);
  return all;
}

function membersOf(types: readonly (ts.Type | undefined)[], name: string): readonly ts.Symbol[] {
  return types
    .flatMap(type => (type?.isUnion() ? type.types : [type]))
    .map(type => type?.getProperty(name))
    .filter(member => member !== undefined);
}

/** Every member of the project's types and objects that has a name. */
function membersNamed(name: string, { compiler, identifiersNamed }: Tracing): readonly ts.Declaration[] {
  return identifiersNamed(name)
    .map(({ parent }) => parent)
    .filter(
      (parent): parent is ts.Declaration & ts.NamedDeclaration =>
        ownerOf(parent, compiler) !== undefined && nameText(parent) === name,
    );

  function nameText(node: ts.Node): string | undefined {
    const named = (node as ts.NamedDeclaration).name; // every member has one
    return named && (compiler.isIdentifier(named) || compiler.isPrivateIdentifier(named)) ? named.text : undefined;
  }
}

function ownerOf({ parent }: ts.Node, compiler: typeof ts): Owner | undefined {
  const isOwner =
    compiler.isClassLike(parent) ||
    compiler.isInterfaceDeclaration(parent) ||
    compiler.isTypeLiteralNode(parent) ||
    compiler.isObjectLiteralExpression(parent);
  return isOwner ? parent : undefined;
}

/** Whether a member's type takes what has the other member, though neither names the other. */
function mayStandFor(other: ts.Declaration, own: ts.Declaration, { checker, compiler }: Tracing): boolean {
  const type = ownerOf(other, compiler);
  const owner = ownerOf(own, compiler);
  const isPlain = type && (compiler.isInterfaceDeclaration(type) || compiler.isTypeLiteralNode(type));
  return (
    isPlain === true &&
    owner !== undefined &&
    checker.isTypeAssignableTo(checker.getTypeAtLocation(owner), checker.getTypeAtLocation(type))
  );
}
