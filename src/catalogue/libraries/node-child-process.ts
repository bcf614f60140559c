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
          why: '`execFile` gives an object with two texts, takes no `stdio` and no `input`, and fails with other errors',
        },
      },
      execSync: {
        instead: {
          kind: 'advice',
          use: '`promisify(exec)`',
          why: '`exec` gives an object with two texts, takes no `stdio` and no `input`, and fails with other errors',
        },
      },
      spawnSync: {
        instead: {
          kind: 'advice',
          use: '`spawn`, and wait for its event `close`',
          why: '`spawn` gives a running process in place of what became of it',
        },
      },
    },
  },
};
