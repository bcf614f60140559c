import type ts from 'typescript';
import type { Unit } from '../unit.js';
import { classifyUse } from './classify-use.js';

/** The name of the collection that a call such as `promises.push(…)` fills. */
export function fillOf({ expression }: ts.CallExpression, syntax: Unit['syntax']): ts.Identifier | undefined {
  const isFilling =
    syntax.isPropertyAccessExpression(expression) && /^(?:add|push|set|unshift)$/.test(expression.name.text);
  return isFilling && syntax.isIdentifier(expression.expression) ? expression.expression : undefined;
}

/**
 * Whether a read of a collection only puts something into it: `promises.push(…)`, which gives a number, wherever it stands,
 * and `promises.add(…)`, which gives the set itself, where that is dropped.
 */
export function isFill(read: ts.Identifier, { syntax }: Unit): boolean {
  const call = read.parent.parent;
  if (
    !syntax.isCallExpression(call) ||
    fillOf(call, syntax) !== read ||
    !syntax.isPropertyAccessExpression(call.expression)
  )
    return false;
  return /^(?:push|unshift)$/.test(call.expression.name.text) || classifyUse(call, syntax).kind === 'floating';
}
