import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Makes the libraries' fixtures take the latest version of each package, in place of the one that is written down. */
const folder = resolve(import.meta.dirname, '../fixtures/libraries');
const path = resolve(folder, 'package.json');
const manifest = JSON.parse(readFileSync(path, 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> }; // which this repository wrote
const dependencies = Object.fromEntries(
  Object.entries(manifest.dependencies).map(([name, version]) => [
    name,
    /^\d/.test(version) ? 'latest' : version, // another major under a name of its own stays what it is
  ]),
);
writeFileSync(path, `${JSON.stringify({ ...manifest, dependencies }, undefined, 2)}\n`);
rmSync(resolve(folder, 'package-lock.json'), { force: true });
