import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageInfo } from '../package-info.js';

/** The folder of this package among the caches of other tools, in the nearest `node_modules`; undefined where there is none. It may not be there yet. */
export function findCacheFolder(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules/.cache', packageInfo.name);
    if (folder === dirname(folder)) return undefined;
  }
}
