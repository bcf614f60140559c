import { findReads } from '../names/find-references.js';
import type { SilentGuard } from './guard.js';

/** `console.log(knex('posts').where({ id }))`: a query that is used where a value would be may be meant as the text of one. */
export const queryAsText: SilentGuard = {
  id: 'queryAsText',
  effect: 'silent',
  says: 'the query may be intended as text, or as part of another query',
  holds: ({ isText, origin, suspect: { binding, kind } }, unit) =>
    origin.execution === 'lazy' &&
    isText &&
    kind !== 'returnedFromTry' &&
    (kind === 'serialized' || (binding !== undefined && findReads(binding, unit).length > 0)),
};
