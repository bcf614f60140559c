import { hasReasonComment } from '../uses/find-reason-comment.js';
import type { SilentGuard } from './guard.js';

/** `// fire-and-forget: the visit may be lost` */
export const reasonGiven: SilentGuard = {
  id: 'reasonGiven',
  effect: 'silent',
  says: 'a comment says why it is not awaited',
  holds: ({ suspect: { call, value } }, unit) => hasReasonComment(call, unit) || hasReasonComment(value, unit),
};
