import { expect, test } from 'vitest';
import { checksOfBlockingCalls } from '../../src/analysis/configuration/checks.js';
import { editsOfChange, type Edit, type Finding } from '../../src/analysis/finding.js';
import { analyseText } from '../support/analyse-fixture.js';
import { repairAtOnce } from '../support/repair-at-once.js';

/** What a file becomes when some of its blocking calls are repaired at once: all, or the one of an index. */
function repair(text: string, only?: number): string {
  const { findings } = analyseText(text, { checks: checksOfBlockingCalls({ allow: [], checkCheapCalls: true }) });
  const chosen = only === undefined ? findings : findings.slice(only, only + 1);
  return applyAll(text, repairAtOnce(chosen).edits);
}

function applyAll(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce((whole, { end, start, text: inserted }) => whole.slice(0, start) + inserted + whole.slice(end), text);
}

const body = (statements: string): string =>
  `export async function run(path: string): Promise<void> {\n  ${statements}\n}\n`;

test('a name that is used no more goes, and the declaration with its last name', () => {
  expect(repair(`import { readFileSync } from 'node:fs';\n${body('readFileSync(path);')}`)).toBe(
    `import { readFile } from 'node:fs/promises';\n${body('await readFile(path);')}`,
  );
  expect(
    repair(`import { readFileSync, type Stats } from 'node:fs';\nlet stats: Stats;\n${body('readFileSync(path);')}`),
  ).toBe(
    `import { type Stats } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\nlet stats: Stats;\n${body('await readFile(path);')}`,
  );
  expect(repair(`import fs, { readFileSync } from 'node:fs';\n${body('readFileSync(path); fs.constants.F_OK;')}`)).toBe(
    `import fs from 'node:fs';\nimport { readFile } from 'node:fs/promises';\n${body('await readFile(path); fs.constants.F_OK;')}`,
  );
});

test('a name that is used elsewhere stays', () => {
  const other = 'export const text = readFileSync("a");\n';
  expect(repair(`import { readFileSync } from "node:fs"\n${other}${body('readFileSync(path)')}`)).toBe(
    `import { readFileSync } from "node:fs"\nimport { readFile } from "node:fs/promises"\n${other}${body('await readFile(path)')}`,
  );
});

test('several calls need an import once, and let go of the old one together', () => {
  const text = `import { readFileSync, writeFileSync } from 'fs';\r\n${body('writeFileSync(path, ""); readFileSync(path); readFileSync(path);')}`;
  const repaired = body('await writeFile(path, ""); await readFile(path); await readFile(path);');
  expect(repair(text)).toBe(`import { readFile, writeFile } from 'fs/promises';\r\n${repaired}`);
  expect(repair(text, 1)).toBe(
    `import { readFileSync, writeFileSync } from 'fs';\r\nimport { readFile } from 'fs/promises';\r\n${body('writeFileSync(path, ""); await readFile(path); readFileSync(path);')}`,
  );
});

test('an import of the same module is extended, and one of the same name used', () => {
  const text = `import { readFileSync } from 'node:fs';\nimport {\n  mkdir as make,\n  rm,\n} from 'node:fs/promises';\n${body('readFileSync(path); await make(path); await rm(path);')}`;
  expect(repair(text)).toBe(
    `import {\n  mkdir as make,\n  rm,\n  readFile,\n} from 'node:fs/promises';\n${body('await readFile(path); await make(path); await rm(path);')}`,
  );
  const known = `import { readFileSync } from 'node:fs';\nimport { readFile as read } from 'node:fs/promises';\n${body('readFileSync(path); await read(path);')}`;
  expect(repair(known)).toBe(
    `import { readFile as read } from 'node:fs/promises';\n${body('await read(path); await read(path);')}`,
  );
});

test('a name that means something else somewhere is not used', () => {
  const taken = 'export function readFile(): void {}\n';
  expect(repair(`import { readFileSync } from 'node:fs';\n${taken}${body('readFileSync(path);')}`)).toBe(
    `import { readFile as readFileAsync } from 'node:fs/promises';\n${taken}${body('await readFileAsync(path);')}`,
  );
  const shadowed = `import { readFileSync } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\nvoid readFile;\nexport async function run(readFile: string): Promise<void> {\n  readFileSync(readFile);\n}\n`;
  expect(repair(shadowed)).toContain('await readFileAsync(readFile);');
});

test('a comment on the names keeps them', () => {
  const text = `import {\n  readFileSync, // settings\n  writeFileSync,\n} from 'node:fs';\n${body('readFileSync(path); writeFileSync(path, "");')}`;
  expect(repair(text)).toContain(
    "  readFileSync, // settings\n  writeFileSync,\n} from 'node:fs';\nimport { readFile, writeFile } from 'node:fs/promises';\n",
  );
});

test('a new import goes behind the last one of its family, else behind the last of all', () => {
  const after = "import { join } from 'node:path';\nimport { gzipSync } from 'node:zlib';\nvoid gzipSync;\n";
  expect(repair(`import { readFileSync } from 'node:fs';\n${after}${body('readFileSync(join(path));')}`)).toBe(
    `import { readFile } from 'node:fs/promises';\n${after}${body('await readFile(join(path));')}`,
  );
  expect(
    repair(
      `import * as fs from 'node:fs';\nimport { readFileSync } from 'fs';\n${after}void [fs, readFileSync];\n${body('readFileSync(join(path));')}`,
    ),
  ).toBe(
    `import * as fs from 'node:fs';\nimport { readFileSync } from 'fs';\nimport { readFile } from 'node:fs/promises';\n${after}void [fs, readFileSync];\n${body('await readFile(join(path));')}`,
  );
});

test('a comment behind the last import stays with it', () => {
  const text = `import { constants, readFileSync } from 'node:fs'; // files\nvoid constants;\n${body('readFileSync(path);')}`;
  expect(repair(text)).toBe(
    `import { constants } from 'node:fs'; // files\nimport { readFile } from 'node:fs/promises';\nvoid constants;\n${body('await readFile(path);')}`,
  );
});

test('a module that is required by TypeScript is reached through its own name', () => {
  expect(repair(`import fs = require('fs');\n${body('fs.readFileSync(path);')}`)).toBe(
    `import fs = require('fs');\n${body('await fs.promises.readFile(path);')}`,
  );
});

test('a member on a line of its own joins its object, and a comment between them stays', () => {
  const opening = "import * as fs from 'node:fs';\n";
  expect(repair(`${opening}${body('fs\n    .readFileSync(path)\n    .toString();')}`)).toBe(
    `${opening}${body('(await fs.promises.readFile(path))\n    .toString();')}`,
  );
  expect(repair(`${opening}${body('fs // files\n    .readFileSync(path);')}`)).toBe(
    `${opening}${body('await fs // files\n    .promises.readFile(path);')}`,
  );
});

test('a change that is made alone has its imports with it', () => {
  const text = `import { gzipSync } from 'node:zlib';\n${body('gzipSync(path);')}`;
  const [finding] = analyseText(text, {
    checks: checksOfBlockingCalls({ allow: [], checkCheapCalls: false }),
  }).findings;
  expect(applyAll(text, editsOf(finding))).toBe(
    `import { gzip } from 'node:zlib';\nimport { promisify } from 'node:util';\n${body('await promisify(gzip)(path);')}`,
  );
});

function editsOf(finding: Finding | undefined): readonly Edit[] {
  return finding && finding.remedy.type !== 'manual' ? editsOfChange(finding.remedy.change) : [];
}
