import type { Guard } from './guard.js';

/** `await this.bot.launch()` in a function on the way, of a package that nobody knows; an event that something waits for which is called `start`. */
export const openEnd: Guard = {
  id: 'openEnd',
  effect: 'suggestion',
  says: 'a function on its path may run as long as the program does',
  holds: ({ isOpenEnded }) => isOpenEnded,
};
