import { resolve } from 'node:path';
import { expect, test } from 'vitest';
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
    options: { ...built.options, composite: true },
    user: { config: { references: [{ path: '../store' }] } },
  },
};

test.each(Object.entries(givings))('a call of what another package has is followed: %s', async (_, giving) => {
  const root = createStoreMonorepo(giving, 'root');
  const report = await scan({ cwd: resolve(root, 'packages/api') });
  expect(linesOf(report)).toEqual([4, 5, 6, 7, 8, 9]);
});

function linesOf({ files }: Report): readonly number[] {
  return files.flatMap(({ findings }) => findings.map(({ line }) => line));
}
