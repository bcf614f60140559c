import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

/** What it asks a person for, who may take long. */
const questions = [
  ...[
    'keyIn',
    'keyInPause',
    'keyInSelect',
    'keyInYN',
    'keyInYNStrict',
    'prompt',
    'promptCL',
    'promptCLLoop',
    'promptLoop',
    'promptSimShell',
  ],
  ...['question', 'questionEMail', 'questionFloat', 'questionInt', 'questionNewPassword', 'questionPath'],
];

/** readline-sync, which asks a person and waits. */
export const readlineSync: LibraryEntry = {
  library: 'readline-sync',
  packages: ['readline-sync'],
  blocking: {
    calls: Object.fromEntries(
      questions.map(name => [name, advice('`node:readline/promises`', 'the replacement is in a different module')]),
    ),
  },
};
