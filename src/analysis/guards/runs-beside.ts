import type { Guard } from './guard.js';

/** `const p = repo.save(x); if (c) return; await p;` */
export const runsBeside: Guard = {
  id: 'runsBeside',
  effect: 'suggestion',
  says: 'what comes after the call no longer runs beside it',
  holds: ({ kind }) => kind === 'awaitedOnSomePaths' || kind === 'usedAsResult',
};
