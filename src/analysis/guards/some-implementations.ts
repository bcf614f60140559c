import type { Guard } from './guard.js';

/** `store.save(thread)` of an interface that one class implements over a database, and another one in memory. */
export const someImplementations: Guard = {
  id: 'someImplementations',
  effect: 'suggestion',
  says: 'only some of the functions that it may call persist anything',
  details: ({ persisting }) =>
    persisting && persisting.of > 1 ? `${persisting.number} of ${persisting.of}` : undefined,
  holds: ({ persisting }) => persisting !== undefined && persisting.number < persisting.of,
};
