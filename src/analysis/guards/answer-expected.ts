import { expectsAnswer } from '../remedies/expects-answer.js';
import type { Guard } from './guard.js';

/** The call asks a question, and what follows it makes ready for the answer. */
export const answerExpected: Guard = {
  id: 'answerExpected',
  effect: 'suggestion',
  says: 'the response could arrive before its resolver is stored',
  holds: ({ value }, unit) => expectsAnswer(value, unit),
};
