import type ts from 'typescript';
import { findConstant } from '../../analysis/names/find-constant.js';
import type { Unit } from '../../analysis/unit.js';
import { unwrap } from '../../syntax/unwrap.js';

/** The SQL text of an expression: a literal, or a constant that contains one. Undefined if it is not known. */
export function sqlTextOf(expression: ts.Expression, unit: Unit): string | undefined {
  const at = unwrap(expression, unit.syntax);
  const value = unit.syntax.isIdentifier(at) ? findConstant(at, unit) : at;
  return value && textOf(value, unit);
}

/** The text of an SQL literal, with a blank for each unknown part. */
export function textOf(node: ts.Node, { syntax }: Pick<Unit, 'syntax'>): string | undefined {
  if (syntax.isStringLiteralLike(node)) return node.text;
  if (!syntax.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ');
}
