import { findReads } from '../names/find-references.js';
import type { Guard } from './guard.js';

/** `const saved = repo.save(x); log(saved);` */
export const bindingRead: Guard = {
  id: 'bindingRead',
  effect: 'suggestion',
  says: 'readers of the variable would see the result instead of the promise',
  holds: ({ binding }, unit) => binding !== undefined && findReads(binding, unit).length > 0,
};
