import type ts from 'typescript';
import { lastWord } from '../../syntax/name-of-call.js';
import { isOneOf } from '../origins/match-methods.js';
import { matchesSpecifier } from '../origins/match-specifier.js';
import type { Unit } from '../unit.js';
import type { Use } from './use.js';

/** Whether a use only turns a value into text: an argument of a sink, or what a response is given as its body. */
export function isTurnedIntoText(use: Use, unit: Unit): boolean {
  switch (use.kind) {
    case 'argument':
      return isSink(use.of, unit);
    case 'stored':
      return isSinkMember(use.target, unit);
    default:
      return false;
  }
}

/**
 * Whether a call only turns its arguments into text, so that a promise among them is shown and not its result: a method of
 * the catalogue's sinks, or one that the settings name and nothing in them says to see to promises.
 */
function isSink(call: ts.CallExpression, { catalogue, facts, settings, syntax }: Unit): boolean {
  const { expression } = call;
  const name = lastWord(expression, syntax) ?? '';
  if (settings.sinks.length === 0 && !catalogue.sinks.has(name)) return false;
  const callee = facts.calleeOf(call);
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(
      declared => isOneOf(declared, catalogue.sinks) || matchesSpecifier(declared, settings.sinks),
    ) &&
    !callee.declarations.some(declared => matchesSpecifier(declared, settings.promiseConsumers))
  );
}

function isSinkMember(target: ts.PropertyAccessExpression, { catalogue, facts }: Unit): boolean {
  if (!catalogue.sinkMembers.has(target.name.text)) return false;
  const member = facts.memberOf(target);
  return member.kind === 'declared' && member.declarations.some(declared => isOneOf(declared, catalogue.sinkMembers));
}
