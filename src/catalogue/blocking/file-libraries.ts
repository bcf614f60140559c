import type { BlockingCall, BlockingLibrary } from './blocking-library.js';
import { nodeFs } from './node-fs.js';

/** A function of the same object, which gives a promise where it is given no callback. */
function sibling(name: string): BlockingCall {
  return { instead: { kind: 'sibling', name } };
}

function advice(use: string, why: string): BlockingCall {
  return { instead: { kind: 'advice', use, why } };
}

/** What fs-extra has of jsonfile is declared there, under another name. */
const ofJsonfile = advice('the same function without `Sync`', 'it has another name in jsonfile than in fs-extra');

/**
 * fs-extra, checked against the declarations of 11. Those of Node's functions that it has as well are declared by Node where
 * they are imported by name, and by the package where they are members of its default export.
 */
export const fsExtra: BlockingLibrary = {
  library: 'fs-extra',
  packages: ['fs-extra'],
  calls: {
    ...nodeFs.calls,
    copySync: sibling('copy'),
    createFileSync: sibling('createFile'),
    createLinkSync: sibling('createLink'),
    createSymlinkSync: advice('`createSymlink`', 'its errors are others'),
    emptydirSync: sibling('emptydir'),
    emptyDirSync: sibling('emptyDir'),
    ensureDirSync: sibling('ensureDir'),
    ensureFileSync: sibling('ensureFile'),
    ensureLinkSync: sibling('ensureLink'),
    ensureSymlinkSync: advice('`ensureSymlink`', 'its errors are others'),
    mkdirpSync: sibling('mkdirp'),
    mkdirsSync: sibling('mkdirs'),
    moveSync: sibling('move'),
    outputFileSync: sibling('outputFile'),
    outputJsonSync: sibling('outputJson'),
    outputJSONSync: sibling('outputJSON'),
    pathExistsSync: { ...sibling('pathExists'), isCheap: true },
    readJsonSync: ofJsonfile,
    readJSONSync: ofJsonfile,
    removeSync: sibling('remove'),
    writeJsonSync: ofJsonfile,
    writeJSONSync: ofJsonfile,
  },
};

/** jsonfile, alone or through fs-extra. */
export const jsonfile: BlockingLibrary = {
  library: 'jsonfile',
  packages: ['jsonfile'],
  calls: { readFileSync: ofJsonfile, writeFileSync: ofJsonfile },
};

const otherOrder = 'what it finds may come in another order';

const writesSheet = advice('`XLSX.write`, and `writeFile` of `node:fs/promises`', 'it is another function');

/** Libraries that search and change files, with one blocking function or a few. */
export const fileLibraries: readonly BlockingLibrary[] = [
  {
    library: 'glob',
    packages: ['glob'],
    calls: { globIterateSync: advice('`globIterate`', otherOrder), globSync: advice('`glob`', otherOrder) },
  },
  {
    library: 'fast-glob',
    packages: ['fast-glob'],
    calls: { globSync: advice('`fg.glob`', otherOrder), sync: advice('`fg`', otherOrder) },
  },
  { library: 'globby', packages: ['globby'], calls: { globbySync: advice('`globby`', otherOrder) } },
  {
    library: 'rimraf',
    packages: ['rimraf'],
    calls: { rimrafSync: advice('`rimraf`', 'it tries again in another way where a file is busy') },
  },
  { library: 'del', packages: ['del'], calls: { deleteSync: advice('`deleteAsync`', otherOrder) } },
  {
    library: 'make-dir',
    packages: ['make-dir'],
    calls: { makeDirectorySync: advice('`makeDirectory`', 'it reaches the file system in another way') },
  },
  {
    library: 'mkdirp',
    packages: ['mkdirp'],
    calls: { mkdirpSync: advice('`mkdirp`', 'it reaches the file system in another way') },
  },
  {
    library: 'write-file-atomic',
    packages: ['write-file-atomic'],
    calls: { sync: advice('`writeFileAtomic` itself', 'its asynchronous form writes to one file after the other') },
  },
  {
    library: 'proper-lockfile',
    packages: ['proper-lockfile'],
    calls: {
      checkSync: advice('`check`', 'the lock may change hands meanwhile'),
      lockSync: advice('`lock`', 'what releases the lock gives a promise, too'),
      unlockSync: advice('`unlock`', 'the lock may change hands meanwhile'),
    },
  },
  {
    library: 'tmp',
    packages: ['tmp'],
    calls: {
      dirSync: advice('`dir` of `tmp-promise`', 'it is of another package'),
      fileSync: advice('`file` of `tmp-promise`', 'it is of another package'),
      tmpNameSync: advice('`tmpName` of `tmp-promise`', 'it is of another package'),
    },
  },
  {
    library: 'cosmiconfig',
    packages: ['cosmiconfig'],
    calls: {
      'PublicExplorerSync.load': advice('`cosmiconfig`', 'the explorer is another one'),
      'PublicExplorerSync.search': advice('`cosmiconfig`', 'the explorer is another one'),
    },
  },
  {
    library: 'adm-zip',
    packages: ['adm-zip'],
    calls: {
      'AdmZip.extractAllTo': advice('`extractAllToAsync`', 'it takes other arguments'),
      'AdmZip.writeZip': advice('`writeZipPromise`', 'it takes other arguments'),
    },
  },
  {
    library: 'xlsx',
    packages: ['xlsx'],
    calls: {
      readFile: advice('`XLSX.read` of what `readFile` of `node:fs/promises` gives', 'it is another function'),
      writeFile: writesSheet,
      writeFileXLSX: writesSheet,
    },
  },
];
