import type ts from 'typescript';
import { perUnit } from '../per-unit.js';
import type { FileUnit, Unit } from '../unit.js';
import { functionAround } from '../../syntax/ancestors.js';
import type { NamedReference } from '../../syntax/declared-names.js';
import { firstFrom } from '../../syntax/first-from.js';
import type { Syntax } from '../../syntax/syntax.js';

/** A local variable: the identifier that declares it, and the function that owns it. */
export interface LocalBinding {
  readonly declaration: ts.VariableDeclaration;
  readonly scope: ts.SignatureDeclaration;
}

/**
 * The local variable that `identifier` declares or refers to; undefined for a parameter, a module-level or an imported
 * name, whose readers cannot all be seen from one function.
 */
export function findLocalBinding(identifier: ts.Identifier, unit: Unit): LocalBinding | undefined {
  const { syntax } = unit;
  const [declaration, ...more] = unit.facts.declarationsOf(identifier);
  if (!declaration || more.length > 0 || !syntax.isVariableDeclaration(declaration)) return undefined;
  if (declaration.getSourceFile() !== identifier.getSourceFile()) return undefined;
  const scope = functionAround(declaration, syntax);
  return scope && { declaration, scope };
}

/** The identifiers that refer to a local variable or a parameter, other than its declaration, in the order of the text. */
export function findReferences(
  { declaration }: { readonly declaration: ts.VariableDeclaration | ts.ParameterDeclaration },
  unit: Unit,
): readonly ts.Identifier[] {
  return referencesTo(declaration, unit);
}

const referencesTo = perUnit(
  (declaration: ts.VariableDeclaration | ts.ParameterDeclaration, unit): readonly ts.Identifier[] => {
    const { facts, syntax } = unit;
    const { name } = declaration;
    const scope = functionAround(declaration, syntax);
    if (!scope || !syntax.isIdentifier(name)) return [];
    const others = findIdentifiersIn(scope, name.text, unit).filter(identifier => identifier !== name);
    facts.prepare(others);
    return others.filter(identifier => facts.declarationsOf(identifier).includes(declaration));
  },
);

/** The references that read a local variable, in the order of the text. */
export function findReads({ declaration }: Pick<LocalBinding, 'declaration'>, unit: Unit): readonly ts.Identifier[] {
  return readsOf(declaration, unit);
}

const readsOf = perUnit((declaration: ts.VariableDeclaration, unit): readonly ts.Identifier[] =>
  referencesTo(declaration, unit).filter(reference => !isWrite(reference, unit)),
);

/** Whether a reference only stores into the variable: the left side of `=` in a statement of its own. */
export function isWrite(reference: ts.Identifier, { syntax }: Unit): boolean {
  const { parent } = reference;
  return (
    syntax.isBinaryExpression(parent) &&
    parent.left === reference &&
    parent.operatorToken.kind === syntax.SyntaxKind.EqualsToken &&
    syntax.isExpressionStatement(parent.parent)
  );
}

/** Every identifier of a file with a name that can refer to a variable, in the order of the text. */
export function findIdentifiers(name: string, { index, sourceFile, syntax }: FileUnit): readonly ts.Identifier[] {
  return variablesAmong(index.mentionsIn(sourceFile, name), syntax);
}

/** Those of them that stand in a node. */
export function findIdentifiersIn(container: ts.Node, name: string, { index, syntax }: Unit): readonly ts.Identifier[] {
  const mentions = index.mentionsIn(container.getSourceFile(), name);
  return variablesAmong(mentions.slice(firstFrom(container.pos, mentions), firstFrom(container.end, mentions)), syntax);
}

function variablesAmong(mentions: readonly NamedReference[], syntax: Syntax): readonly ts.Identifier[] {
  return mentions.filter(mention => syntax.isIdentifier(mention)).filter(mention => !isMemberName(mention, syntax));
}

/** Whether an identifier names a member and so cannot refer to a variable: `x` in `a.x`, `{ x: 1 }` or `x() {}`. */
export function isMemberName(identifier: ts.Identifier, syntax: Syntax): boolean {
  const { parent } = identifier;
  return (
    (syntax.isPropertyAccessExpression(parent) ||
      syntax.isPropertyAssignment(parent) ||
      syntax.isPropertyDeclaration(parent) ||
      syntax.isMethodDeclaration(parent)) &&
    parent.name === identifier
  );
}
