import { findRegistration } from '../uses/find-registration.js';
import type { KindDeclaration } from './kind.js';

export const inSyncCallback: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Floating persistence call in a synchronous callback',
  description:
    'The promise of a persistence call is dropped in a callback that is not async, inside an async function.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} {{laziness}}is dropped in a synchronous callback: {{consequence}}. Return its promise to something that awaits it.',
  remedy: 'await',
  find: ({ dropped, place, unit }) =>
    place.kind === 'sync' && place.asyncAncestor && !findRegistration(place.fn, unit) ? dropped : undefined,
};
