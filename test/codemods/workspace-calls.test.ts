import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import type { Report } from '../../src/analysis/report/report.js';
import { fix, scan, type ScanOptions } from '../../src/codemods/index.js';
import { asWritten } from '../support/as-written.js';
import { createStoreMonorepo, declarations, type Giving } from '../support/create-store-monorepo.js';

const dist = { 'dist/index.d.ts': declarations };
const built = { manifest: { types: './dist/index.d.ts' }, options: { outDir: 'dist' } };
const map = { sources: ['../src/index.ts'], mappings: '' };

/** Without it a compiler that reads the sources of `store` for another package does not find what they import. */
const pathsOfStore = { paths: { '@/*': ['../store/src/*'] } };

const givings: Readonly<Record<string, Giving>> = {
  sources: {
    manifest: { exports: './src/index.ts' },
    options: {},
    user: { options: { paths: { '@/*': ['../store/src/*'] } } },
  },
  outDir: { ...built, built: dist },
  rootDir: {
    manifest: { exports: { '.': { types: './out/index.d.ts', default: './out/index.js' } } },
    options: { outDir: 'out', rootDir: 'src' },
    built: { 'out/index.d.ts': declarations },
  },
  map: {
    manifest: { types: './types/index.d.ts' },
    built: { 'types/index.d.ts': declarations, 'types/index.d.ts.map': JSON.stringify(map) },
  },
  bundler: { manifest: { types: './dist/index.d.ts' }, options: { noEmit: true }, built: dist },
  unbuilt: built,
  'a condition': {
    manifest: { exports: { development: './src/index.ts', types: './dist/index.d.ts' } },
    built: { 'dist/index.d.ts': 'export {};' },
    user: { options: { customConditions: ['development'], ...pathsOfStore } },
  },
  'paths to sources': {
    manifest: {},
    user: {
      options: { paths: { '#store': ['../store/src/index.ts'], ...pathsOfStore.paths } },
      from: '#store',
    },
  },
  'imports of the package': {
    manifest: { exports: './src/index.ts' },
    user: { manifest: { imports: { '#store': '@demo/store' } }, options: pathsOfStore, from: '#store' },
  },
  references: {
    ...built,
    built: dist,
    options: { ...built.options, composite: true },
    user: { config: { references: [{ path: '../store' }] } },
  },
};

test.each(Object.entries(givings))('a call of what another package has is followed: %s', async (_, giving) => {
  const root = createStoreMonorepo(giving, 'root');
  const report = await scan({ cwd: resolve(root, 'packages/api') });
  expect(linesOf(report)).toEqual(lost);
});

test.each(
  Object.entries(givings)
    .filter(([name]) => name !== 'unbuilt')
    .flatMap(([name, giving]) => [[name, 'project', giving] as const, [name, 'projectService', giving] as const]),
)('the rule follows it, too: %s, with %s', async (_, option, giving) => {
  const root = createStoreMonorepo(giving, 'root');
  expect(await lint(resolve(root, 'packages/api'), { [option]: true })).toEqual([4, 5, 6, 7, 8, 9]);
});

test.each<readonly ['root' | 'package', 'root' | 'packages/api']>([
  ['root', 'root'],
  ['root', 'packages/api'],
  ['package', 'root'],
  ['package', 'packages/api'],
])('packages that are linked in the %s are repaired as they are judged, from %s', async (linking, from) => {
  const root = createStoreMonorepo({ ...built, built: dist }, linking);
  const cwd = from === 'root' ? root : resolve(root, from);
  const options = { cwd, workspaces: from === 'root' };
  const scanned = await scan(options);
  expect(linesOf(scanned)).toEqual(lost);
  expect(scanned.files[0]?.findings[0]?.via).toEqual(['put']);
  if (from === 'root') expect(await ofShards(options)).toEqual(lost);
  const dry = await fix(options);
  expect(await fix({ ...options, write: true })).toEqual(asWritten(dry));
  expect(linesOf(await scan(options))).toEqual([]);
  const save = readFileSync(resolve(root, 'packages/api/src/save.ts'), 'utf8');
  expect(save.match(/await/g)).toHaveLength(1 + lost.length);
});

const lost = [4, 5, 6, 7, 8, 9];

async function ofShards(options: ScanOptions): Promise<readonly number[]> {
  const shards = [1, 2].map(index => scan({ ...options, shard: { index, count: 2 } }));
  return (await Promise.all(shards)).flatMap(linesOf);
}

async function lint(cwd: string, options: Linter.ParserOptions): Promise<readonly number[]> {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { ...plugin.configs.recommended, files: ['**/*.ts'] },
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser, parserOptions: { tsconfigRootDir: cwd, ...options } },
      },
    ],
  });
  const [file] = await eslint.lintFiles(['src/save.ts']);
  return (file?.messages ?? []).map(({ line }) => line);
}

function linesOf({ files }: Report): readonly number[] {
  return files.flatMap(({ findings }) => findings.map(({ line }) => line));
}
