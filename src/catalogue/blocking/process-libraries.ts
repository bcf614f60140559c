import type { BlockingCall, BlockingLibrary } from './blocking-library.js';

function advice(use: string, why: string): BlockingCall {
  return { instead: { kind: 'advice', use, why } };
}

const shell = advice('`execa`, or `node:fs/promises`', 'the asynchronous form is of another package');
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

/** What readline-sync asks a person for, who may take long. */
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

/** Libraries that run other programs, fetch or wait, and hold everything up meanwhile. */
export const processLibraries: readonly BlockingLibrary[] = [
  {
    library: 'shelljs',
    packages: ['shelljs'],
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
  {
    library: 'execa',
    packages: ['execa'],
    calls: {
      execaSync: advice('`execa`', 'its errors are others'),
      execaCommandSync: advice('`execaCommand`', 'its errors are others'),
    },
  },
  {
    library: 'cross-spawn',
    packages: ['cross-spawn'],
    calls: { sync: advice('`spawn`', 'it gives a running process in place of what became of it') },
  },
  {
    library: 'deasync',
    packages: ['deasync'],
    calls: {
      loopWhile: advice('`await`', 'the loop has to go'),
      runLoopOnce: advice('`await`', 'the loop has to go'),
      sleep: advice('`setTimeout` of `node:timers/promises`', 'it is another function'),
    },
  },
  {
    library: 'sync-fetch',
    packages: ['sync-fetch'],
    calls: {
      default: advice('`fetch`', 'its results give promises, too'),
      fetch: advice('`fetch`', 'its results give promises, too'),
      syncFetch: advice('`fetch`', 'its results give promises, too'),
    },
  },
  {
    library: 'sync-request',
    packages: ['sync-request'],
    calls: {
      default: advice('`fetch`', 'it is another function'),
      request: advice('`fetch`', 'it is another function'),
      doRequest: advice('`fetch`', 'it is another function'),
    },
  },
  {
    library: 'readline-sync',
    packages: ['readline-sync'],
    calls: Object.fromEntries(
      questions.map(name => [name, advice('`node:readline/promises`', 'it is of another module')]),
    ),
  },
  {
    library: 'snappy',
    packages: ['snappy'],
    calls: {
      compressSync: advice('`compress`', 'it takes its arguments in another way'),
      uncompressSync: advice('`uncompress`', 'it takes its arguments in another way'),
    },
  },
];
