import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isRecording, noteDisk } from './dependencies.js';

/** Creates a function that gives the folder of the package that a folder is in; undefined in none. Each folder is looked at once. */
export function createPackageFinder(): (folder: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return packageOf;

  function packageOf(folder: string): string | undefined {
    if (known.has(folder)) return recall(folder);
    const parent = dirname(folder);
    const found = isPackage(folder) ? folder : parent === folder ? undefined : packageOf(parent);
    known.set(folder, found);
    return found;
  }

  /** What is known is asked for somebody else now, who depends on it as well. */
  function recall(folder: string): string | undefined {
    const found = known.get(folder);
    if (!isRecording()) return found;
    for (let at = folder; ; at = dirname(at)) {
      noteDisk('text', resolve(at, 'package.json'));
      if (at === found || at === dirname(at)) return found;
    }
  }
}

/** A package.json without a name only says how the modules below it are read. */
function isPackage(folder: string): boolean {
  const manifest = resolve(folder, 'package.json');
  noteDisk('text', manifest);
  try {
    return /"name"\s*:/.test(readFileSync(manifest, 'utf8'));
  } catch {
    return false;
  }
}
