import { isSaidToBeDetached } from '../uses/find-reason-comment.js';
import type { KindDeclaration } from './kind.js';

export const commentedNotAwaited: KindDeclaration = {
  rule: 'no-fire-and-forget',
  title: 'Persistence call left unawaited, as a comment says',
  description: 'The promise of a persistence call is dropped where a comment says that it is not awaited.',
  isLossOfLazy: false,
  message:
    '`{{call}}`{{path}} is not awaited, as a comment says: {{consequence}}. Await it, or give the reason as `fire-and-forget: …`.',
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
