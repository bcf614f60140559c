import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';

/** The list of all entries, made of what the files of their folder export. */
export function renderEntries(): string {
  const folder = resolve(import.meta.dirname, '../src/catalogue/libraries');
  const found = globSync('*.ts', { cwd: folder })
    .toSorted()
    .map(file => ({
      module: file.replace(/\.ts$/, '.js'),
      name: nameIn(readFileSync(resolve(folder, file), 'utf8'), file),
    }));
  return [
    ...found.map(({ module, name }) => `import { ${name} } from './libraries/${module}';`),
    "import type { LibraryEntry } from './library-entry.js';",
    '',
    '/** All entries; made by `npm run generate` of the files in `libraries`. */',
    'export const libraries: readonly LibraryEntry[] = [',
    ...found.map(({ name }) => `  ${name},`),
    '];',
    '',
  ].join('\n');
}

/** The one entry that a file exports. */
function nameIn(text: string, file: string): string {
  const [name, ...more] = [...text.matchAll(/^export const (\w+): LibraryEntry = /gm)].map(([, found = '']) => found);
  if (name === undefined || more.length > 0)
    throw new Error(
      `src/catalogue/libraries/${file} has to export one \`LibraryEntry\`, and exports ${more.length + (name === undefined ? 0 : 1)}.`,
    );
  return name;
}
