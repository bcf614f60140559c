import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import type { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test, vi } from 'vitest';
import { loadCompiler } from '../../src/engines/classic/load-compiler.js';
import { createProject } from '../support/create-project.js';
import { root } from '../support/paths.js';

/** Node as Yarn Plug'n'Play leaves it: a package finds what its own package.json lists, and nothing that lies above it. */
vi.mock('node:module', async importOriginal => {
  const node = await importOriginal<{ createRequire: typeof createRequire }>();
  const createListed = (from: string): unknown => {
    const load = node.createRequire(from);
    return Object.assign((name: string): unknown => {
      const { devDependencies = {} } = JSON.parse(readFileSync(from, 'utf8')) as Manifest;
      if (devDependencies['typescript'] === undefined) throw new Error(`${dirname(from)} does not list ${name}`);
      return load(name);
    }, load);
  };
  return { ...node, createRequire: createListed };
});

interface Manifest {
  readonly devDependencies?: Readonly<Record<string, string>>;
}

test.each<readonly [string, Manifest, string]>([
  ['of the workspace, where it lists none', {}, ts.version],
  ['that it lists itself', { devDependencies: { typescript: '*' } }, '5.9'],
])("a package of a Plug'n'Play workspace is read with the compiler %s", async (_, manifest, version) => {
  const folder = createProject({
    'package.json': JSON.stringify({ devDependencies: { typescript: '*' } }),
    'packages/api/package.json': JSON.stringify(manifest),
  });
  mkdirSync(resolve(folder, 'packages/api/node_modules'));
  symlinkSync(
    resolve(root, 'test/compilers/node_modules/typescript-5.9'),
    resolve(folder, 'packages/api/node_modules/typescript'),
  );
  const loaded = await loadCompiler(resolve(folder, 'packages/api'));
  expect(loaded).toMatchObject({
    compiler: { source: 'project', ts: { version: expect.stringContaining(version) as unknown } },
  });
});
