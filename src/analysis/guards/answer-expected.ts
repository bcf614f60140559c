import { expectsAnswer } from '../remedies/expects-answer.js';
import type { Guard } from './guard.js';

/** The call asks a question, and what follows it makes ready for the answer. */
export const answerExpected: Guard = {
  id: 'answerExpected',
  effect: 'suggestion',
  says: 'what it is asked for may come before the function is ready for it',
  holds: ({ value }, unit) => expectsAnswer(value, unit),
};
