import { readdirSync, statSync, type Dirent } from 'node:fs';
import { resolve } from 'node:path';
import type ts from 'typescript';
import { noteDisk } from '../../dependencies.js';

/** Finds the files that a tsconfig includes, and says what could not be looked at. */
export interface DirectoryReader {
  readonly readDirectory: ts.ParseConfigHost['readDirectory'];
  /** The folders that were to be looked into and cannot be opened. */
  readonly unreadable: ReadonlySet<string>;
}

interface Entries {
  readonly files: readonly string[];
  readonly directories: readonly string[];
}

/** What the compiler finds files by, which all versions from 5.4 to 6.0 have and do not declare. */
interface MatchingCompiler {
  readonly matchFiles: (
    path: string,
    extensions: readonly string[] | undefined,
    excludes: readonly string[] | undefined,
    includes: readonly string[] | undefined,
    useCaseSensitiveFileNames: boolean,
    currentDirectory: string,
    depth: number | undefined,
    getFileSystemEntries: (path: string) => Entries,
    realpath: (path: string) => string,
  ) => string[];
}

/**
 * Creates a reader that finds what the compiler's own does, by the same patterns, and also the links among them that lead
 * nowhere, and the folders that cannot be opened: the compiler's own takes no notice of either. `toRealPath` finds the path behind all links.
 */
export function createDirectoryReader(compiler: typeof ts, toRealPath: (path: string) => string): DirectoryReader {
  const unreadable = new Set<string>();
  const { matchFiles } = compiler as unknown as MatchingCompiler; // a test holds it for every version
  return {
    unreadable,
    readDirectory: (path, extensions, excludes, includes, depth) =>
      matchFiles(
        path,
        extensions,
        excludes,
        includes,
        compiler.sys.useCaseSensitiveFileNames,
        process.cwd(),
        depth,
        entriesOf,
        toRealPath,
      ),
  };

  function entriesOf(path: string): Entries {
    const folder = path === '' ? '.' : path;
    noteDisk('entries', folder);
    const entries = list(folder);
    if (!entries) unreadable.add(resolve(folder));
    const kinds = (entries ?? []).map(entry => ({ name: entry.name, kind: kindOf(entry, folder) }));
    const namesOf = (wanted: 'file' | 'folder'): readonly string[] =>
      kinds
        .filter(({ kind }) => kind === wanted)
        .map(({ name }) => name)
        .toSorted();
    return { files: namesOf('file'), directories: namesOf('folder') };
  }
}

/** Undefined where the folder is there and cannot be opened. */
function list(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // what the file system throws
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : undefined;
  }
}

/** A link is what it leads to; one that leads nowhere may be a file as well. */
function kindOf(entry: Dirent, folder: string): 'file' | 'folder' | 'other' {
  const stats = entry.isSymbolicLink() ? follow(resolve(folder, entry.name)) : entry;
  if (!stats || stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

function follow(path: string): Pick<Dirent, 'isDirectory' | 'isFile'> | undefined {
  noteDisk('kind', path);
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
