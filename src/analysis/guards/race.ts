import type { Guard } from './guard.js';

/** `Promise.race([repo.save(x), timeout])` */
export const race: Guard = {
  id: 'race',
  effect: 'suggestion',
  says: 'the calls race, and the loser may be meant to be left behind',
  holds: ({ call, value }) => value !== call && /^Promise\s*\.\s*(?:race|any)\b/.test(value.getText()),
};
