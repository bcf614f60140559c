import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { createProject, light, lightConfig } from './create-project.js';

/** Who links the packages of a workspace together, and so where its list and its links are. */
export type WorkspaceKind = 'npm' | 'pnpm' | 'yarn' | 'references';

const lists: Readonly<Record<WorkspaceKind, Readonly<Record<string, string>>>> = {
  npm: { 'package.json': JSON.stringify({ private: true, workspaces: ['packages/*'] }) },
  pnpm: {
    'package.json': '{ "private": true }',
    'pnpm-workspace.yaml': "packages:\n  - 'packages/**' # all\n  - '!packages/ignored'\n",
  },
  yarn: {
    'package.json': JSON.stringify({
      private: true,
      workspaces: { packages: ['./packages/api/', './packages/web', 'packages/shared', 'packages/plain'] },
    }),
  },
  references: {
    'package.json': JSON.stringify({ private: true, workspaces: ['packages/*'] }),
    'tsconfig.json': JSON.stringify({
      files: [],
      references: ['shared', 'api', 'web'].map(name => ({ path: `packages/${name}` })),
    }),
  },
};

const caller = `import { ThreadRepository } from '@demo/shared';
export async function start(threads: ThreadRepository): Promise<void> { threads.create(); }
`;

/**
 * Creates a monorepo with the packages `shared`, `api` and `web`, the latter two with calls of a repository in the first,
 * and `plain` without TypeScript. Everything that a build would make is missing. Gives its folder.
 */
export function createMonorepo(kind: WorkspaceKind): string {
  const isReferring = kind === 'references';
  const types = isReferring ? 'dist/index.d.ts' : 'src/index.ts';
  const root = createProject({
    'tsconfig.base.json': JSON.stringify({
      compilerOptions: { ...lightConfig.compilerOptions, ...(isReferring && { composite: true }) },
    }),
    ...(!isReferring && { 'tsconfig.json': '{ "extends": "./tsconfig.base.json", "files": [] }' }),
    ...lists[kind],
    'packages/plain/package.json': '{ "name": "@demo/plain" }',
    'packages/plain/index.js': 'export {};\n',
    'packages/shared/package.json': JSON.stringify({ name: '@demo/shared', type: 'module', types }),
    'packages/shared/tsconfig.json': configFor([]),
    'packages/shared/src/index.ts': light,
    ...packageFiles('api', { 'src/start.ts': caller, 'src/direct.ts': light }, isReferring),
    ...packageFiles('web', { 'src/start.ts': caller }, isReferring),
  });
  const linked = kind === 'pnpm' ? ['packages/api', 'packages/web'] : ['.'];
  for (const folder of linked)
    link(resolve(root, folder, 'node_modules/@demo/shared'), resolve(root, 'packages/shared'));
  return root;
}

function packageFiles(
  name: string,
  sources: Readonly<Record<string, string>>,
  isReferring: boolean,
): Readonly<Record<string, string>> {
  const files = {
    'package.json': JSON.stringify({ name: `@demo/${name}`, type: 'module', dependencies: { '@demo/shared': '*' } }),
    'tsconfig.json': configFor(isReferring ? [{ path: '../shared' }] : []),
    ...sources,
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`packages/${name}/${path}`, text]));
}

function configFor(references: readonly { readonly path: string }[]): string {
  return JSON.stringify({
    extends: '../../tsconfig.base.json',
    compilerOptions: { rootDir: 'src', outDir: 'dist' },
    include: ['src'],
    references,
  });
}

function link(path: string, target: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(relative(dirname(path), target), path);
}
