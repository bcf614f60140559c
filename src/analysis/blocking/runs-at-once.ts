import type ts from 'typescript';
import { calleeExpression } from '../../syntax/candidate.js';
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
  return syntax.isPropertyAccessExpression(callee) && methods.has(callee.name.text) && isOfLanguage(parent, unit);
}

function isOfLanguage(call: ts.CallExpression, { facts }: Unit): boolean {
  const callee = facts.calleeOf(call);
  return callee.kind === 'declared' && callee.declarations.some(({ place }) => place.from === 'lib');
}

const promise: ReadonlySet<string> = new Set(['Promise']);

const methods: ReadonlySet<string> = new Set([
  'catch',
  'every',
  'filter',
  'finally',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'forEach',
  'from',
  'map',
  'reduce',
  'reduceRight',
  'replace',
  'replaceAll',
  'some',
  'sort',
  'then',
  'toSorted',
]);
