import type { Guard } from './guard.js';

/** `cache.set(key, thread); return thread;` */
export const cacheWrite: Guard = {
  id: 'cacheWrite',
  effect: 'suggestion',
  says: 'a cache may be meant to be filled beside the answer, and to fail alone',
  holds: ({ isCached }) => isCached,
};
