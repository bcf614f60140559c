import { isSaidToBeDetached } from '../uses/find-reason-comment.js';
import type { KindDeclaration } from './kind.js';

export const commentedNotAwaited: KindDeclaration = {
  rule: 'no-fire-and-forget',
  title: 'Persistence call left unawaited, as a comment says',
  description: 'The promise of a persistence call is dropped where a comment says that nobody waits for it.',
  isLossOfLazy: false,
  message:
    '`{{call}}`{{path}} is not awaited, and a comment says that this is meant: {{consequence}}. Await it, or give the reason as `fire-and-forget: …`.',
  option: 'checkCommented',
  remedy: 'await',
  mayRefine: kind => kind !== 'voided',
  refines: ({ isHandled, origin, suspect: { call, kind, surroundings, value } }, unit) =>
    kind === 'floating' &&
    !isHandled &&
    origin.execution === 'eager' &&
    surroundings.kind === 'async' &&
    (isSaidToBeDetached(call, unit) || isSaidToBeDetached(value, unit)),
};
