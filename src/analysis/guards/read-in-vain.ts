import type { SilentGuard } from './guard.js';

/** `const post = posts.find(id); if (isOld) return; return (await post).text;`: a read that some paths do not need loses nothing there. */
export const readInVain: SilentGuard = {
  id: 'readInVain',
  effect: 'silent',
  says: 'a read that some paths do not need loses nothing there',
  holds: ({ origin, suspect: { kind } }) =>
    origin.execution !== 'lazy' && kind === 'awaitedOnSomePaths' && origin.operation === 'read',
};
