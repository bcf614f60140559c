import { findRegistration } from '../uses/find-registration.js';
import type { KindDeclaration } from './kind.js';

export const callbackDetached: KindDeclaration = {
  rule: 'no-fire-and-forget',
  title: 'Persistence call in a detached callback',
  description:
    'A timer or an event emitter runs the callback that contains the persistence call, and does not await it.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} runs in an unawaited timer or event callback: {{consequence}}. Await the call outside, or say in a comment why not.',
  option: 'checkCallbacks',
  remedy: 'detached',
  find: ({ dropped, place, unit }) =>
    place.kind === 'sync' && place.asyncAncestor && findRegistration(place.fn, unit) === 'platform'
      ? dropped
      : undefined,
};
