import type { LibraryEntry } from '../library-entry.js';

/** Node's child processes, checked against the declarations of 22.20 and 26.6. */
export const nodeChildProcess: LibraryEntry = {
  library: 'node:child_process',
  checked: ['22.20', '26.6'],
  packages: ['node'],
  blocking: {
    calls: {
      execFileSync: {
        instead: {
          kind: 'advice',
          use: '`promisify(execFile)`',
          why: '`execFile` returns an object with two strings, takes no `stdio` or `input`, and throws different errors',
        },
      },
      execSync: {
        instead: {
          kind: 'advice',
          use: '`promisify(exec)`',
          why: '`exec` returns an object with two strings, takes no `stdio` or `input`, and throws different errors',
        },
      },
      spawnSync: {
        instead: {
          kind: 'advice',
          use: '`spawn`, and wait for its `close` event',
          why: '`spawn` returns a running process instead of its outcome',
        },
      },
    },
  },
};
