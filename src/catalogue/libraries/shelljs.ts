import { advice } from '../advice.js';
import type { LibraryEntry } from '../library-entry.js';

const shell = advice('`execa`, or `node:fs/promises`', 'the asynchronous form is in a different package');
const shellFunctions = [
  'cat',
  'chmod',
  'cp',
  'find',
  'grep',
  'head',
  'ln',
  'ls',
  'mkdir',
  'mv',
  'rm',
  'sed',
  'sort',
  'tail',
  'touch',
  'uniq',
  'which',
];

/** ShellJS, which runs the commands of a shell. */
export const shelljs: LibraryEntry = {
  library: 'shelljs',
  packages: ['shelljs'],
  blocking: {
    calls: {
      ...Object.fromEntries(
        shellFunctions.flatMap(name => [
          [name, shell],
          [`${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Function.()`, shell],
        ]),
      ),
      exec: { ...shell, blocksIf: 'noProcessGiven' },
      'ExecFunction.()': { ...shell, blocksIf: 'noProcessGiven' },
    },
  },
};
