import type { Expiry } from './library-entry.js';

/** The time to live of Redis, in the spellings of its clients: `'EX', 60`, `{ EX: 60 }`, `{ ex: 60 }`, `{ expiration: { type: 'EX', value: 60 } }`. */
export const redisExpiry: Expiry = {
  writes: { pSetEx: 'always', psetex: 'always', set: 'named', setEx: 'always', setex: 'always' },
  names: ['ex', 'exat', 'expiration', 'px', 'pxat', 'ttl'],
  locks: ['nx'],
  reads: ['get', 'getBuffer'],
};
