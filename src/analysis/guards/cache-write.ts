import type { Guard } from './guard.js';

/** `cache.set(key, thread); return thread;` */
export const cacheWrite: Guard = {
  id: 'cacheWrite',
  effect: 'suggestion',
  says: 'it may be intended to fill a cache without delaying the response or making it fail',
  holds: ({ isCached }) => isCached,
};
