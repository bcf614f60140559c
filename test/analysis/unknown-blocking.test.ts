import { expect, test } from 'vitest';
import { analyseText } from '../support/analyse-fixture.js';

const nobody = { any: 0, unresolvedImport: 0, implementation: 0 };

test.each([
  [
    'on `any` in an async function',
    'declare const fs: any; export async function read() { return fs.readFileSync("a"); }',
    { ...nobody, any: 1 },
  ],
  [
    'of a module that is not found',
    "import fs from 'no-such-fs'; export async function read() { return fs.readFileSync('a'); }",
    { ...nobody, unresolvedImport: 1, implementation: 0 },
  ],
  [
    'on `any` in a function that is not async',
    'declare const fs: any; export function read() { return fs.readFileSync("a"); }',
    nobody,
  ],
  [
    'on `any` in a function that starts the program',
    'declare const fs: any; async function main() { return fs.readFileSync("a"); } void main();',
    nobody,
  ],
  [
    'on `any` that goes by another name',
    'declare const fs: any; export async function read() { return fs.readText("a"); }',
    nobody,
  ],
  [
    'of a function that is known',
    'declare const fs: { readFileSync(path: string): string }; export async function read() { return fs.readFileSync("a"); }',
    nobody,
  ],
  [
    'on `any` whose result is dropped as well, once',
    'declare const fs: any; export async function read() { fs.writeFileSync("a"); }',
    { ...nobody, any: 1 },
  ],
  [
    'on `any` that may lose a promise as well, once',
    "import 'better-sqlite3'; import 'typeorm'; declare const db: any; export async function read() { db.exec('a'); }",
    { ...nobody, any: 1 },
  ],
])('a call %s is counted as what nobody can say', (_, text, unknown) => {
  expect(analyseText(`import 'node:fs';\n${text}`, 'recommended')).toMatchObject({ findings: [], unknown });
});
