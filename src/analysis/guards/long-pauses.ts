import type { Guard } from './guard.js';

/** `for (let i = 0; i < 10; i++) { try { return await save(); } catch { await sleep(60_000); } }` in a function on the way. */
export const longPauses: Guard = {
  id: 'longPauses',
  effect: 'suggestion',
  says: 'a function on its path pauses and retries, so awaiting it may take long',
  holds: ({ pausesForLong }) => pausesForLong,
};
