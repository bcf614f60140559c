import { resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import type { Report } from '../../src/analysis/report/report.js';
import { scan } from '../../src/codemods/index.js';
import { createStoreMonorepo, declarations, type Giving } from '../support/create-store-monorepo.js';

const dist = { 'dist/index.d.ts': declarations };
const built = { manifest: { types: './dist/index.d.ts' }, options: { outDir: 'dist' } };
const map = { sources: ['../src/index.ts'], mappings: '' };

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
  expect(linesOf(report)).toEqual([4, 5, 6, 7, 8, 9]);
});

test.each(
  Object.entries(givings)
    .filter(([name]) => name !== 'unbuilt')
    .flatMap(([name, giving]) => [[name, 'project', giving] as const, [name, 'projectService', giving] as const]),
)('the rule follows it, too: %s, with %s', async (_, option, giving) => {
  const root = createStoreMonorepo(giving, 'root');
  expect(await lint(resolve(root, 'packages/api'), { [option]: true })).toEqual([4, 5, 6, 7, 8, 9]);
});

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
