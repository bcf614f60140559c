import { advice } from './advice.js';
import type { Blocking, BlockingCall, Trap } from './blocking-call.js';

/** A function of `fs/promises`. */
function ofPromises(name: string, ...traps: readonly Trap[]): BlockingCall {
  const instead = { kind: 'module', module: 'fs/promises', member: 'promises', name } as const;
  return traps.length > 0 ? { instead, traps } : { instead };
}

/** A function on an open file, which takes a callback in its asynchronous form. */
function ofCallback(name: string): BlockingCall {
  return { instead: { kind: 'promisified', module: 'fs', name } };
}

const openFile: Trap = {
  kind: 'number',
  argument: 0,
  why: 'its first argument may be a file descriptor, which `node:fs/promises` does not accept',
};
const throwIfNoEntry: Trap = {
  kind: 'option',
  argument: 1,
  option: 'throwIfNoEntry',
  why: '`node:fs/promises` has no `throwIfNoEntry` and fails if the file does not exist',
};

const givesObject = 'the asynchronous form returns an object instead of a number';

/** The synchronous functions of Node on files, which fs-extra has as well. */
export const fileCalls: Blocking['calls'] = {
  accessSync: { ...ofPromises('access'), isCheap: true },
  appendFileSync: ofPromises('appendFile', openFile),
  chmodSync: ofPromises('chmod'),
  chownSync: ofPromises('chown'),
  closeSync: ofCallback('close'),
  copyFileSync: ofPromises('copyFile'),
  cpSync: ofPromises('cp'),
  'Dir.closeSync': { instead: { kind: 'sibling', name: 'close' } },
  'Dir.readSync': { instead: { kind: 'sibling', name: 'read' } },
  existsSync: {
    instead: {
      kind: 'module',
      module: 'fs/promises',
      member: 'promises',
      name: 'access',
      suffix: '.then(() => true, () => false)',
    },
    isCheap: true,
  },
  fchmodSync: ofCallback('fchmod'),
  fchownSync: ofCallback('fchown'),
  fdatasyncSync: ofCallback('fdatasync'),
  fstatSync: ofCallback('fstat'),
  fsyncSync: ofCallback('fsync'),
  ftruncateSync: ofCallback('ftruncate'),
  futimesSync: ofCallback('futimes'),
  globSync: advice('`glob` from `node:fs/promises`', '`glob` returns an iterator instead of an array'),
  lchownSync: ofPromises('lchown'),
  linkSync: ofPromises('link'),
  lstatSync: { ...ofPromises('lstat', throwIfNoEntry), isCheap: true },
  lutimesSync: ofPromises('lutimes'),
  mkdirSync: ofPromises('mkdir'),
  mkdtempDisposableSync: advice(
    '`mkdtempDisposable` from `node:fs/promises`',
    'its result is disposed of with `await using`',
  ),
  mkdtempSync: ofPromises('mkdtemp'),
  opendirSync: ofPromises('opendir'),
  openSync: ofCallback('open'),
  readdirSync: ofPromises('readdir'),
  readFileSync: ofPromises('readFile', openFile),
  readlinkSync: ofPromises('readlink'),
  readSync: advice('`read` of a file handle from `node:fs/promises`', givesObject),
  readvSync: advice('`readv` of a file handle from `node:fs/promises`', givesObject),
  realpathSync: ofCallback('realpath'),
  'realpathSync.native': ofPromises('realpath'),
  renameSync: ofPromises('rename'),
  rmdirSync: ofPromises('rmdir'),
  rmSync: ofPromises('rm'),
  statfsSync: ofPromises('statfs'),
  'StatSyncFn.()': {
    ...advice('`stat` or `lstat` from `node:fs/promises`', 'the callee is an alias that may stand for either'),
    isCheap: true,
  },
  statSync: { ...ofPromises('stat', throwIfNoEntry), isCheap: true },
  symlinkSync: ofPromises('symlink'),
  truncateSync: ofPromises('truncate', openFile),
  unlinkSync: ofPromises('unlink'),
  utimesSync: ofPromises('utimes'),
  writeFileSync: ofPromises('writeFile', openFile),
  writeSync: advice('`write` of a file handle from `node:fs/promises`', givesObject),
  writevSync: advice('`writev` of a file handle from `node:fs/promises`', givesObject),
};
