import { findReads } from '../names/find-references.js';
import type { Guard } from './guard.js';

/** `const saved = repo.save(x); log(saved);` */
export const bindingRead: Guard = {
  id: 'bindingRead',
  effect: 'suggestion',
  says: 'what reads the variable sees the result in place of the promise',
  holds: ({ binding }, unit) => binding !== undefined && findReads(binding, unit).length > 0,
};
