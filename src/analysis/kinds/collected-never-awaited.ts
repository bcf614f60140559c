import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import { findLocalBinding, findReads } from '../names/find-references.js';
import { classifyUse } from '../uses/classify-use.js';
import { findLostCollection } from '../uses/find-collection.js';
import { areMembersAwaited } from '../uses/find-fate.js';
import { isOnServer } from '../uses/is-on-server.js';
import { isInSink } from '../uses/is-read-as-value.js';
import { isTurnedIntoText } from '../uses/is-sink.js';
import type { CallFacts, UseOfPromise } from './call-facts.js';
import type { Found, KindDeclaration } from './kind.js';
import { toCollection } from './to-collection.js';

export const collectedNeverAwaited: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise collected and forgotten',
  description: 'The promise of a persistence call is put into a local array, set or map that is never awaited.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} {{laziness}}is collected but never awaited: {{consequence}}. Await them all {{instead}}.',
  isLossAnywhere: true,
  remedy: 'awaitCollection',
  find: facts => {
    const { isOnServer, unit, use } = facts;
    if (use.kind === 'argument') return isTurnedIntoText(use, unit) ? undefined : findInFilled(use, facts);
    return use.kind === 'collected' && isOnServer ? findInLiteral(use, facts) : undefined;
  },
};

/** `promises.push(repo.save(x))`, of a collection that a function makes. */
function findInFilled({ of }: Extract<UseOfPromise, { kind: 'argument' }>, { unit }: CallFacts): Found | undefined {
  const collection = findLostCollection(of, unit);
  const surroundings = collection && classifySurroundings(collection.binding.declaration, unit.syntax);
  const isLost = surroundings && surroundings.kind !== 'module' && isOnServer(surroundings, unit);
  return isLost ? { collection, surroundings } : undefined;
}

/** `[repo.save(x)]` and `{ saved: repo.save(x) }`. Of an object it is only said when nothing reads the variable: its members go their own ways. */
function findInLiteral(
  { literal }: Extract<UseOfPromise, { kind: 'collected' }>,
  { unit }: CallFacts,
): Found | undefined {
  if (isInSink(literal, unit)) return undefined;
  const memberOf = unit.syntax.isArrayLiteralExpression(literal) ? 'array' : 'object';
  const use = classifyUse(toCollection(literal, unit), unit.syntax);
  if (use.kind === 'floating') return memberOf === 'array' ? { memberOf } : undefined;
  const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
  if (use.kind !== 'assigned' || !binding) return undefined;
  const isLost =
    memberOf === 'object' ? findReads(binding, unit).length === 0 : areMembersAwaited(use.binding, unit) === false;
  return isLost ? { memberOf, binding } : undefined;
}
