import type ts from 'typescript';
import type { CallbackUse } from '../../catalogue/library-entry.js';
import { calleeExpression } from '../../syntax/candidate.js';
import { callbackUsesOf } from '../origins/callback-uses-of.js';
import { isPlatforms } from '../names/is-platforms.js';
import type { Unit } from '../unit.js';
import { outermostOf } from '../../syntax/unwrap.js';

/**
 * Whether a function that stands inside another runs as a part of it: it is called where it stands, or given to a method of
 * the language that calls it before it is over, as `map` does, or in the course of a promise, as `then` does.
 */
export function runsAtOnce(fn: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  const at = outermostOf(fn, syntax);
  const { parent } = at;
  if (syntax.isNewExpression(parent)) return isPlatforms(parent.expression, promise, unit);
  if (!syntax.isCallExpression(parent)) return false;
  if (parent.expression === at) return true;
  const callee = calleeExpression(parent);
  return syntax.isPropertyAccessExpression(callee) && isCalledAtOnce(callee.name.text, parent, unit);
}

/** Whether a method calls what it is given before it is over, by its name and by what declares it. */
function isCalledAtOnce(name: string, call: ts.CallExpression, unit: Unit): boolean {
  const isExpected = unit.catalogue.callbacks.get(name)?.some(({ fact }) => isAtOnce(fact)) === true;
  return isExpected && callbackUsesOf(call, unit).some(isAtOnce);
}

function isAtOnce({ runs }: CallbackUse): boolean {
  return runs === 'atOnce' || runs === 'perItem';
}

const promise: ReadonlySet<string> = new Set(['Promise']);
