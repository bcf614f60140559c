import { findReferences } from '../names/find-references.js';
import type { Guard } from './guard.js';

/** `let saved = repo.save(x); saved = repo.save(y);` */
export const bindingReassigned: Guard = {
  id: 'bindingReassigned',
  effect: 'suggestion',
  says: 'the variable is assigned more than once, and its type changes with the first `await`',
  holds: ({ binding }, unit) =>
    binding !== undefined && findReferences(binding, unit).length > (binding.declaration.initializer ? 0 : 1),
};
