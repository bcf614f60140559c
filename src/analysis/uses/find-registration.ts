import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { isOfPlatform } from '../origins/match-methods.js';
import { matchesSpecifier } from '../origins/match-specifier.js';
import type { Declared } from '../../engines/type-facts.js';
import type { Unit } from '../unit.js';

/** Names of functions that run a callback later and wait for nothing it gives. */
const registrations: ReadonlySet<string> = new Set([
  'addEventListener',
  'addListener',
  'nextTick',
  'on',
  'once',
  'prependListener',
  'prependOnceListener',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'subscribe',
]);

/**
 * To what a function is given to be run later: `platform` to a timer or an event emitter of Node or the web, of which it is
 * known that nobody waits for it; `other` to something that is called like one, or that sees to promises by the settings.
 * Undefined where it is not registered.
 */
export function findRegistration(fn: ts.Node, unit: Unit): 'platform' | 'other' | undefined {
  const { syntax } = unit;
  const { parent } = fn;
  if (!syntax.isCallExpression(parent) || parent.expression === fn) return undefined;
  const { expression } = parent;
  const name = syntax.isPropertyAccessExpression(expression)
    ? expression.name.text
    : syntax.isIdentifier(expression)
      ? expression.text
      : '';
  if (registrations.has(name)) return isRunByPlatform(parent, unit) ? 'platform' : 'other';
  return handsOn(parent, unit) ? 'other' : undefined;
}

function handsOn(call: Candidate, { facts, settings }: Unit): boolean {
  const callee = settings.handsOn.length > 0 ? facts.calleeOf(call) : undefined;
  return (
    callee?.kind === 'declared' && callee.declarations.some(declared => matchesSpecifier(declared, settings.handsOn))
  );
}

function isRunByPlatform(call: Candidate, { facts }: Unit): boolean {
  const callee = facts.calleeOf(call);
  if (callee.kind === 'unknown') return false;
  return (
    callee.declarations.some(isOfPlatform) ||
    facts.receiverTypesOf(call).some(type => isEmitter(type) && isOfPlatform(type))
  );
}

function isEmitter({ name }: Declared): boolean {
  return name === 'EventEmitter' || name === 'EventTarget';
}
