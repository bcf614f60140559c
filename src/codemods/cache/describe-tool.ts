import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageInfo } from '../../package-info.js';

/** Names the version of this package and of what runs it, in a text that is another one once any file of it is another one. */
export function describeTool(): string {
  const folder = fileURLToPath(new URL('../..', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .toSorted()
    .map(name => `${name} ${describeFile(join(folder, name))}`);
  const contents = createHash('sha256').update(files.join('\n')).digest('base64url');
  return [packageInfo.name, packageInfo.version, contents, process.version, process.platform].join(' ');
}

function describeFile(path: string): string {
  const { mtimeMs, size } = statSync(path);
  return `${size} ${mtimeMs}`;
}
