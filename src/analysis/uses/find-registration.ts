import type ts from 'typescript';
import type { CallbackUse } from '../../catalogue/library-entry.js';
import type { Candidate } from '../../syntax/candidate.js';
import { findFacts, isOwner } from '../origins/match-methods.js';
import { matchesSpecifier } from '../origins/match-specifier.js';
import type { Unit } from '../unit.js';

/**
 * To what a function is given to be run later: `platform` to a timer or an event emitter of Node or the web, or to another
 * function of the catalogue of which it is known that nobody waits for it; `other` to something that is called like one, or that sees to promises by the settings.
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
  if (unit.catalogue.callbacks.get(name)?.some(({ fact }) => isDetached(fact)))
    return isRunDetached(parent, name, unit) ? 'platform' : 'other';
  return isPromiseConsumer(parent, unit) ? 'other' : undefined;
}

function isPromiseConsumer(call: Candidate, { facts, settings }: Unit): boolean {
  const callee = settings.promiseConsumers.length > 0 ? facts.calleeOf(call) : undefined;
  return (
    callee?.kind === 'declared' &&
    callee.declarations.some(declared => matchesSpecifier(declared, settings.promiseConsumers))
  );
}

/** Whether it is known of a call that it runs its callback later and waits for nothing: by what declares it, or by what it is called on. */
function isRunDetached(call: Candidate, name: string, { catalogue: { callbacks }, facts }: Unit): boolean {
  const callee = facts.calleeOf(call);
  if (callee.kind === 'unknown') return false;
  const owners = callbacks.get(name)?.filter(({ fact }) => isDetached(fact)) ?? [];
  return (
    callee.declarations.some(declared => findFacts(declared, callbacks).some(isDetached)) ||
    facts.receiverTypesOf(call).some(type => owners.some(owner => isOwner(type, owner)))
  );
}

function isDetached({ effect, runs }: CallbackUse): boolean {
  return effect === 'drops' && (runs === 'later' || runs === 'repeatedly' || runs === 'onEvent');
}
