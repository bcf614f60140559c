import { findRegistration } from '../uses/find-registration.js';
import type { KindDeclaration } from './kind.js';

export const callbackDetached: KindDeclaration = {
  rule: 'no-fire-and-forget',
  title: 'Persistence call in a callback that runs detached',
  description:
    'A timer or an event emitter runs the callback that holds the persistence call, and waits for nothing it gives.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} runs in the callback of a timer or an event emitter, which does not wait for it: {{consequence}}. Await the call outside, or say in a comment why nobody has to.',
  option: 'checkCallbacks',
  remedy: 'detached',
  find: ({ dropped, place, unit }) =>
    place.kind === 'sync' && place.asyncAncestor && findRegistration(place.fn, unit) === 'platform'
      ? dropped
      : undefined,
};
