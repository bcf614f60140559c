import type ts from 'typescript';
import { packageOfFile } from '../../package-of-file.js';
import type { Member } from '../../engines/declaration-facts.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { NamedDeclarations } from './named-declarations.js';
import { refuse, type Steps } from './step.js';
import type { Tracing } from './tracing.js';

/** Declarations whose members can replace each other. */
type Owner = ts.ClassLikeDeclaration | ts.InterfaceDeclaration | ts.TypeLiteralNode | ts.ObjectLiteralExpression;

/**
 * What follows for the members that a member overrides or implements, and for those that override or implement it. A member
 * of a type with the same shape may stand for it without a word, and then its callers cannot be told apart: refused.
 */
export function* followRelatives(known: NamedDeclarations, tracing: Tracing): Steps {
  const owned = known.declarations.filter(declaration => ownerOf(declaration, tracing.syntax));
  if (owned.length === 0) return;
  const bases = owned.flatMap(declaration => basesOf(declaration, known.name, tracing));
  for (const base of bases) yield* followBase(base, known.name, tracing);
  for (const declaration of owned)
    if (isHeldByAnyName(declaration, known.name, tracing))
      yield refuse(`\`${known.name}\` at ${tracing.locate(declaration)} is reachable through an index signature`);
  const inherited = allDeclarationsOf(bases, known.name, tracing);
  for (const other of membersNamed(known.name, tracing)) {
    if (owned.includes(other) || inherited.has(other)) continue;
    const isHeir = basesOf(other, known.name, tracing).some(({ declarations }) =>
      declarations.some(base => owned.includes(base)),
    );
    if (isHeir) yield { kind: 'declaration', node: other };
    else if (owned.some(own => mayStandFor(other, own, tracing))) {
      return yield refuse(
        `\`${known.name}\` at ${tracing.locate(other)} belongs to a type of the same shape, through which it may be called`,
      );
    }
  }
}

/** A member that another one overrides or implements: its promise is a surprise, unless the member says that it may be one. */
function* followBase({ declarations, isWrittenThere, results }: Member, name: string, tracing: Tracing): Steps {
  if (results.length > 0 && !results.includes('value')) return;
  if (!isWrittenThere) return yield refuse(`the expected type of \`${name}\` does not accept a promise`);
  for (const declaration of declarations) {
    yield tracing.files.isOwn(declaration.getSourceFile())
      ? { kind: 'declaration', node: declaration }
      : refuse(`${describeOwner(declaration, tracing)}, which declares \`${name}\`, does not accept a promise`);
  }
}

function describeOwner(declaration: ts.Declaration, { files, locate }: Tracing): string {
  const sourceFile = declaration.getSourceFile();
  if (files.isOfLanguage(sourceFile)) return 'the language';
  const owner = packageOfFile(sourceFile.fileName);
  return owner === undefined ? locate(declaration) : `\`${owner}\``;
}

/** The members that a member overrides or implements: those of what its owner extends or implements, or of the type that is expected of an object. */
function basesOf(declaration: ts.Declaration, name: string, { declarations, syntax }: Tracing): readonly Member[] {
  const owner = ownerOf(declaration, syntax);
  if (!owner || syntax.isTypeLiteralNode(owner)) return [];
  if (syntax.isObjectLiteralExpression(owner)) return declarations.expectedMembers(name, owner);
  const isStatic = (syntax.getCombinedModifierFlags(declaration) & syntax.ModifierFlags.Static) !== 0;
  const heritage = (owner.heritageClauses ?? []).flatMap(({ types }) => types);
  return heritage.flatMap(base => declarations.inheritedMembers(name, isStatic ? base.expression : base));
}

/** Whether the type that is expected of an object has a function under any name, as `Record<string, () => void>` has. */
function isHeldByAnyName(declaration: ts.Declaration, name: string, { declarations, syntax }: Tracing): boolean {
  const owner = ownerOf(declaration, syntax);
  return owner !== undefined && syntax.isObjectLiteralExpression(owner) && declarations.isHeldByAnyName(name, owner);
}

/** The declarations of some members, and of all that these override or implement in turn. */
function allDeclarationsOf(members: readonly Member[], name: string, tracing: Tracing): ReadonlySet<ts.Declaration> {
  const all = new Set(members.flatMap(({ declarations }) => declarations));
  for (const declaration of all)
    for (const base of basesOf(declaration, name, tracing)) for (const further of base.declarations) all.add(further);
  return all;
}

/** Every member of the project's types and objects that has a name. */
function membersNamed(name: string, { syntax, identifiersNamed }: Tracing): readonly ts.Declaration[] {
  return identifiersNamed(name)
    .map(({ parent }) => parent)
    .filter(
      (parent): parent is ts.Declaration & ts.NamedDeclaration =>
        ownerOf(parent, syntax) !== undefined && nameText(parent) === name,
    );

  function nameText(node: ts.Node): string | undefined {
    const named = (node as ts.NamedDeclaration).name; // every member has one
    return named && (syntax.isIdentifier(named) || syntax.isPrivateIdentifier(named)) ? named.text : undefined;
  }
}

function ownerOf({ parent }: ts.Node, syntax: Syntax): Owner | undefined {
  const isOwner =
    syntax.isClassLike(parent) ||
    syntax.isInterfaceDeclaration(parent) ||
    syntax.isTypeLiteralNode(parent) ||
    syntax.isObjectLiteralExpression(parent);
  return isOwner ? parent : undefined;
}

/** Whether a member's type takes what has the other member, though neither names the other. */
function mayStandFor(other: ts.Declaration, own: ts.Declaration, { declarations, syntax }: Tracing): boolean {
  const type = ownerOf(other, syntax);
  const owner = ownerOf(own, syntax);
  const isPlain = type && (syntax.isInterfaceDeclaration(type) || syntax.isTypeLiteralNode(type));
  return isPlain === true && owner !== undefined && declarations.mayStandFor(owner, type);
}
