import { closeSync, openSync, readdirSync, readlinkSync, statSync } from 'node:fs';

/** Why a file or folder that belongs to a project cannot be read. */
export function describeUnreadable(path: string): string {
  const target = targetOf(path);
  try {
    if (statSync(path).isDirectory()) return describeFolder(path);
    closeSync(openSync(path, 'r'));
    return 'it cannot be read';
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'ENOENT') return `it cannot be opened (${code})`;
    if (target !== undefined) return `it is a link to ${target}, which does not exist`;
    return path.includes('\uFFFD') ? 'its name is not UTF-8' : 'it does not exist';
  }
}

/** A folder in the place of a file, or one that cannot be looked into. */
function describeFolder(path: string): string {
  readdirSync(path);
  return 'it is a folder';
}

/** Where a link leads; undefined where there is none. */
function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code); // what the file system throws
}
