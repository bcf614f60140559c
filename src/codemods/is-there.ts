import { lstatSync } from 'node:fs';
import { noteDisk } from '../dependencies.js';

/** Whether there is something by a name: also a link that leads nowhere, and what the system does not let anybody look at. */
export function isThere(path: string): boolean {
  noteDisk('presence', path);
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // what the file system throws
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
