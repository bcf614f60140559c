import type ts from 'typescript';
import type { Unit } from '../../analysis/unit.js';
import { unwrap } from '../../syntax/unwrap.js';

/** The text of an expression that gives SQL: a literal, or a constant that holds one. Undefined where it cannot be seen. */
export function sqlTextOf(expression: ts.Expression, unit: Unit): string | undefined {
  const { facts, syntax } = unit;
  const at = unwrap(expression, syntax);
  if (!syntax.isIdentifier(at)) return textOf(at, unit);
  const [declaration] = facts.declarationsOf(at);
  const isConstant =
    declaration &&
    syntax.isVariableDeclaration(declaration) &&
    (declaration.parent.flags & syntax.NodeFlags.Const) !== 0;
  return isConstant && declaration.initializer ? textOf(unwrap(declaration.initializer, syntax), unit) : undefined;
}

/** The text of a literal that holds SQL, with a blank for each part that is not known. */
export function textOf(node: ts.Node, { syntax }: Pick<Unit, 'syntax'>): string | undefined {
  if (syntax.isStringLiteralLike(node)) return node.text;
  if (!syntax.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ');
}
