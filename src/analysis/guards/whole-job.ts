import { isAnsweredAfter } from '../uses/is-answered-after.js';
import type { Guard } from './guard.js';

/** `importer.importAll(rows); reply.send({ accepted: true });`, where the first saves row after row. */
export const wholeJob: Guard = {
  id: 'wholeJob',
  effect: 'suggestion',
  says: 'the response would wait for the whole job',
  holds: ({ call, isBulk }, unit) => isBulk && isAnsweredAfter(call, unit),
};
