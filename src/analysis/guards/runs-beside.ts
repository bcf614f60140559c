import type { Guard } from './guard.js';

/** `const p = repo.save(x); if (c) return; await p;` */
export const runsBeside: Guard = {
  id: 'runsBeside',
  effect: 'suggestion',
  says: 'the code after the call would no longer run concurrently with it',
  holds: ({ kind }) => kind === 'awaitedOnSomePaths' || kind === 'usedAsResult',
};
