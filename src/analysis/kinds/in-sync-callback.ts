import { findRegistration } from '../uses/find-registration.js';
import type { KindDeclaration } from './kind.js';

export const inSyncCallback: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Floating persistence call in a synchronous callback',
  description:
    'The promise of a persistence call is dropped in a callback that is not async, inside an async function.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} {{laziness}}is not awaited: the callback around it is not async, so {{consequence}}. Return its promise to something that waits for it.',
  remedy: 'await',
  find: ({ dropped, place, unit }) =>
    place.kind === 'sync' && place.asyncAncestor && !findRegistration(place.fn, unit) ? dropped : undefined,
};
