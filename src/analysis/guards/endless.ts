import type { Guard } from './guard.js';

/** A function on the way goes on without an end, calls itself, or arms a timer again and again. */
export const endless: Guard = {
  id: 'endless',
  effect: 'manual',
  says: 'the function may never finish, so awaiting it could hang',
  holds: ({ mayHang }) => mayHang,
};
