import type ts from 'typescript';
import type { NamedReference } from '../../syntax/declared-names.js';
import type { Syntax } from '../../syntax/syntax.js';
import { perUnit } from '../per-unit.js';

/**
 * The files that make an object of a class, or hand the class on to somebody who may, by its name alone: too many rather than too
 * few. A class that is decorated, or goes by other names as well, counts for the file of its declaration.
 */
export const findConstructions = perUnit((owner: ts.ClassLikeDeclaration, unit): readonly string[] => {
  const { syntax } = unit;
  const own = owner.getSourceFile().fileName;
  const modifiers = syntax.isClassDeclaration(owner) ? (owner.modifiers ?? []) : [];
  const { AbstractKeyword, Decorator, DefaultKeyword } = syntax.SyntaxKind;
  if (modifiers.some(({ kind }) => kind === AbstractKeyword)) return [];
  const name = owner.name?.text;
  if (name === undefined || modifiers.some(({ kind }) => kind === Decorator || kind === DefaultKeyword)) return [own];
  const files = new Set<string>();
  const mentions = [...new Set([unit.index, unit.index.of(owner)])].flatMap(index => [...index.mentionsOf(name)]);
  for (const mention of mentions) {
    const { parent } = mention;
    const isRenamed =
      (syntax.isImportSpecifier(parent) || syntax.isExportSpecifier(parent)) && parent.propertyName === mention;
    if (isRenamed) files.add(own);
    else if (isHandedOn(mention, syntax)) files.add(mention.getSourceFile().fileName);
  }
  return [...files];
});

/** Whether a mention of a class may lead to an object of it. */
function isHandedOn(mention: NamedReference, syntax: Syntax): boolean {
  const { parent } = mention;
  const at = syntax.isPropertyAccessExpression(parent) && parent.name === mention ? parent : mention;
  const around = at.parent;
  if (syntax.isBinaryExpression(around)) return around.operatorToken.kind !== syntax.SyntaxKind.InstanceOfKeyword;
  return !(
    syntax.isClassLike(around) ||
    syntax.isExpressionWithTypeArguments(around) ||
    syntax.isTypeReferenceNode(around) ||
    syntax.isQualifiedName(around) ||
    syntax.isTypeQueryNode(around) ||
    syntax.isImportSpecifier(around) ||
    syntax.isImportClause(around) ||
    syntax.isExportSpecifier(around) ||
    syntax.isExportAssignment(around)
  );
}
