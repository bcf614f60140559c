import type ts from 'typescript';
import { isSameReference } from '../names/is-same-reference.js';
import type { Unit } from '../unit.js';

/** Whether an expression is a variable, or a member, that another one names, or a member of that: `a.b.c` is part of `a.b`. */
export function isPartOf(part: ts.Expression, whole: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  for (let at = part; ; at = at.expression) {
    if (isSameReference(at, whole, unit)) return true;
    if (!syntax.isPropertyAccessExpression(at) && !syntax.isElementAccessExpression(at)) return false;
  }
}
