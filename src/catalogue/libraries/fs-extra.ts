import { advice } from '../advice.js';
import { fileCalls } from '../file-calls.js';
import type { LibraryEntry } from '../library-entry.js';
import { sibling } from '../sibling.js';

/** What fs-extra has of jsonfile is declared there, under another name. */
const ofJsonfile = advice('the same function without `Sync`', 'it has different names in jsonfile and fs-extra');

/**
 * fs-extra, checked against the declarations of 11. Those of Node's functions that it has as well are declared by Node where
 * they are imported by name, and by the package where they are members of its default export.
 */
export const fsExtra: LibraryEntry = {
  library: 'fs-extra',
  checked: ['11'],
  packages: ['fs-extra'],
  blocking: {
    calls: {
      ...fileCalls,
      copySync: sibling('copy'),
      createFileSync: sibling('createFile'),
      createLinkSync: sibling('createLink'),
      createSymlinkSync: advice('`createSymlink`', 'it throws different errors'),
      emptydirSync: sibling('emptydir'),
      emptyDirSync: sibling('emptyDir'),
      ensureDirSync: sibling('ensureDir'),
      ensureFileSync: sibling('ensureFile'),
      ensureLinkSync: sibling('ensureLink'),
      ensureSymlinkSync: advice('`ensureSymlink`', 'it throws different errors'),
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
  },
};
