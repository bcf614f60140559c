import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fix } from '../../src/codemods/index.js';
import { createProject, tsconfig } from '../support/create-project.js';

const service = `import { readFileSync, writeFileSync } from 'node:fs';

export async function copy(from: string, to: string): Promise<void> {
  writeFileSync(to, readFileSync(from));
}

export async function touch(path: string): Promise<number> {
  writeFileSync(path, '');
  return readFileSync(path).length;
}
`;

const repaired = `import { readFile, writeFile } from 'node:fs/promises';

export async function copy(from: string, to: string): Promise<void> {
  await writeFile(to, await readFile(from));
}

export async function touch(path: string): Promise<number> {
  await writeFile(path, '');
  return (await readFile(path)).length;
}
`;

test('blocking calls of a project are replaced with `unsafe`, and a second run changes nothing', async () => {
  const cwd = createProject({ 'src/service.ts': service });
  const safe = await fix({ cwd, write: true });
  expect(safe.summary).toMatchObject({ findings: 4, suggested: 4, fixed: 0 });
  expect(readFileSync(resolve(cwd, 'src/service.ts'), 'utf8')).toBe(service);

  const first = await fix({ cwd, write: true, unsafe: true });
  expect(first.summary).toMatchObject({ findings: 4, fixed: 4, rolledBack: 0 });
  expect(readFileSync(resolve(cwd, 'src/service.ts'), 'utf8')).toBe(repaired);

  const second = await fix({ cwd, write: true, unsafe: true });
  expect(second.summary.findings).toBe(0);
  expect(readFileSync(resolve(cwd, 'src/service.ts'), 'utf8')).toBe(repaired);
});

test('a module that is required is required beside the one it belongs to', async () => {
  const lines = [
    "const { readFileSync } = require('fs');",
    "const path = require('path');",
    'exports.read = async name => readFileSync(path.join(name));',
    '',
  ];
  const config = {
    ...tsconfig,
    compilerOptions: { ...tsconfig.compilerOptions, allowJs: true, checkJs: true, strict: false },
  };
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(config), 'src/read.cjs': lines.join('\n') });
  await fix({ cwd, write: true, unsafe: true });
  const repairedLines = [
    "const { readFile } = require('fs/promises');",
    lines[1],
    'exports.read = async name => await readFile(path.join(name));',
    '',
  ];
  expect(readFileSync(resolve(cwd, 'src/read.cjs'), 'utf8')).toBe(repairedLines.join('\n'));
});

test('a replacement that does not type-check is taken back alone, with what it asks of the imports', async () => {
  const keys = `import { scryptSync } from 'node:crypto';

export async function derive(password: string): Promise<string> {
  return scryptSync(password, 'salt', 64).toString('hex');
}

export async function deriveBytes(password: string): Promise<Buffer<ArrayBuffer>> {
  const key: Buffer<ArrayBuffer> = scryptSync(password, 'salt', 64);
  return key;
}
`;
  const strict = { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, noUnusedLocals: true } };
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(strict), 'src/keys.ts': keys });
  const { summary } = await fix({ cwd, write: true, unsafe: true });
  expect(summary).toMatchObject({ findings: 2, fixed: 1, rolledBack: 1 });
  expect(readFileSync(resolve(cwd, 'src/keys.ts'), 'utf8')).toBe(
    keys
      .replace(
        "{ scryptSync } from 'node:crypto';",
        "{ scryptSync, scrypt } from 'node:crypto';\nimport { promisify } from 'node:util';",
      )
      .replace(
        "return scryptSync(password, 'salt', 64).",
        "return (await promisify(scrypt)(password, 'salt', 64) as Buffer).",
      ),
  );
});

const withoutSemicolons = `import { readFileSync } from 'node:fs'

export async function print(path: string, isLoud: boolean): Promise<void> {
  const options = {}
  readFileSync(path).at(0)
  if (isLoud)
    readFileSync(path).at(1)
  else readFileSync(path).at(2)
  for (const name of [path])
    readFileSync(name).at(3)
  void(options)
  readFileSync(path)
}
`;

test('parentheses that begin a statement are kept apart from the one before, and no statement from its `if`', async () => {
  const cwd = createProject({ 'src/service.ts': withoutSemicolons });
  const { summary } = await fix({ cwd, write: true, unsafe: true });
  expect(summary).toMatchObject({ findings: 5, fixed: 5, rolledBack: 0 });
  expect(readFileSync(resolve(cwd, 'src/service.ts'), 'utf8')).toBe(
    withoutSemicolons
      .replace("{ readFileSync } from 'node:fs'", "{ readFile } from 'node:fs/promises'")
      .replace('  readFileSync(path).at(0)', '  ;readFileSync(path).at(0)')
      .replaceAll(/readFileSync\((\w+)\)(?=\.)/g, '(await readFile($1))')
      .replace('  readFileSync(path)\n', '  await readFile(path)\n'),
  );
});
