import { isInSink } from '../uses/is-read-as-value.js';
import { isRouteHandler } from '../uses/is-route-handler.js';
import { isTurnedIntoText } from '../uses/is-sink.js';
import { classifyUse } from '../uses/classify-use.js';
import type { Unit } from '../unit.js';
import type { PlaceOfCall, UseOfPromise } from './call-facts.js';
import type { Found, KindDeclaration } from './kind.js';
import { toCollection } from './to-collection.js';

export const serialized: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise used as text',
  description:
    'The promise of a persistence call is stringified, spread or printed, which shows the promise instead of its result.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} is stringified or spread before it is awaited, so the promise is used instead of its result. Await it first.',
  isLossThoughHandled: true,
  isLossAnywhere: true,
  remedy: 'await',
  find: ({ isOnServer, place, unit, use }) => {
    if (!isOnServer) return undefined;
    if (use.kind === 'collected') return findInLiteral(use, place, unit);
    const isText =
      use.kind === 'argument' || use.kind === 'stored' ? isTurnedIntoText(use, unit) : use.kind === 'serialized';
    return isText ? {} : undefined;
  },
};

/** A promise in an array or an object that is turned into text, or that a route handler gives for its answer. */
function findInLiteral(
  { literal }: Extract<UseOfPromise, { kind: 'collected' }>,
  place: PlaceOfCall,
  unit: Unit,
): Found | undefined {
  const memberOf = unit.syntax.isArrayLiteralExpression(literal) ? 'array' : 'object';
  if (isInSink(literal, unit)) return { memberOf };
  const isReturned = classifyUse(toCollection(literal, unit), unit.syntax).kind === 'returned';
  return isReturned && 'fn' in place && isRouteHandler(place.fn, unit) ? { memberOf, isResponse: true } : undefined;
}
