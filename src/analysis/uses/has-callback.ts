import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { isData } from '../../syntax/is-data.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Unit } from '../unit.js';

/**
 * Whether a call is given a callback in the manner of Node, which hears of its failure: its last argument can be called, and
 * takes an error first. Where its type does not say, its name does. Libraries that take one give a promise all the same.
 *
 * @example `documents.insert(post, (error, created) => { … });`
 */
export function hasCallback(call: Candidate, unit: Unit): boolean {
  const last = unit.syntax.isCallExpression(call) ? call.arguments.at(-1) : undefined;
  if (!last || isData(unwrap(last, unit.syntax), unit.syntax)) return false;
  const callback = withoutBind(last, unit);
  const form = unit.facts.callbackFormOf(callback);
  return form === 'errorFirst' || (form === 'unknown' && isNamedLikeCallback(callback, unit));
}

/** The function that `save.bind(this)` gives again; with further arguments it takes others than it did. */
function withoutBind(expression: ts.Expression, { syntax }: Unit): ts.Expression {
  const at = unwrap(expression, syntax);
  const isBound =
    syntax.isCallExpression(at) &&
    at.arguments.length <= 1 &&
    syntax.isPropertyAccessExpression(at.expression) &&
    at.expression.name.text === 'bind';
  return isBound ? unwrap(at.expression.expression, syntax) : at;
}

function isNamedLikeCallback(expression: ts.Expression, { catalogue, syntax }: Unit): boolean {
  const name = syntax.isPropertyAccessExpression(expression) ? expression.name : expression;
  return syntax.isIdentifier(name) && catalogue.conventions.callbacks.has(name.text);
}
