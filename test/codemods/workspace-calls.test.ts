import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import type { Report } from '../../src/analysis/report/report.js';
import { fix, scan, type ScanOptions } from '../../src/codemods/index.js';
import { asWritten } from '../support/as-written.js';
import { createStoreMonorepo, declarations, type Giving } from '../support/create-store-monorepo.js';
import { root } from '../support/paths.js';

/** The oldest major version that is supported, with the interface of the latest. */
const { ESLint: OldESLint } = createRequire(resolve(root, 'test/eslint-9/package.json'))('eslint') as {
  readonly ESLint: typeof ESLint;
};

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
  'sources behind a link': {
    manifest: { exports: './src/index.ts' },
    options: {},
    user: { options: { paths: { '@/*': ['../store/src/*'] }, preserveSymlinks: true } },
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
  const report = await scan({ cwd: resolve(createStoreMonorepo(giving, 'root'), 'packages/api') });
  expect(linesOf(report)).toEqual(lost);
});

test.each(
  Object.entries(givings)
    .filter(([name]) => name !== 'unbuilt')
    .flatMap(([name, giving]) => [[name, 'project', giving] as const, [name, 'projectService', giving] as const]),
)('the rule follows it, too: %s, with %s', async (_, option, giving) => {
  const cwd = resolve(createStoreMonorepo(giving, 'root'), 'packages/api');
  expect(await lint(cwd, { [option]: true })).toEqual([4, 5, 6, 7, 8, 9]);
});

test.each(Object.entries(givings).filter(([name]) => name !== 'unbuilt'))(
  'ESLint 9 finds the same, by the same path: %s',
  async (_, giving) => {
    const cwd = resolve(createStoreMonorepo(giving, 'root'), 'packages/api');
    expect(OldESLint.version).toMatch(/^9\./);
    const messages = await messagesOf(OldESLint, cwd, { projectService: true });
    expect(messages).toEqual(await messagesOf(ESLint, cwd, { projectService: true }));
    expect(messages.map(({ line }) => line)).toEqual(lost);
    expect(messages.every(({ message }) => message.includes('RowRepository.insert)'))).toBe(true);
  },
);

test.each<readonly ['root' | 'package', 'root' | 'packages/api']>([
  ['root', 'root'],
  ['root', 'packages/api'],
  ['package', 'root'],
  ['package', 'packages/api'],
])('packages that are linked in the %s are repaired as they are judged, from %s', async (linking, from) => {
  const folder = createStoreMonorepo({ ...built, built: dist }, linking);
  const cwd = from === 'root' ? folder : resolve(folder, from);
  const options = { cwd, workspaces: from === 'root' };
  const scanned = await scan(options);
  expect(linesOf(scanned)).toEqual(lost);
  expect(scanned.files[0]?.findings[0]?.via).toEqual(['put']);
  if (from === 'root') expect(await ofShards(options)).toEqual(lost);
  const dry = await fix(options);
  expect(await fix({ ...options, write: true })).toEqual(asWritten(dry));
  expect(linesOf(await scan(options))).toEqual([]);
  const save = readFileSync(resolve(folder, 'packages/api/src/save.ts'), 'utf8');
  expect(save.match(/await/g)).toHaveLength(1 + lost.length);
});

test('what one package declares and another implements is followed into both, whichever is built', async () => {
  const folder = createInvertedMonorepo();
  const cwd = resolve(folder, 'packages/api');
  const [save] = (await scan({ cwd })).files;
  expect(save?.findings.map(({ line, via }) => ({ line, via }))).toEqual([
    { line: 10, via: ['Shelf.add', 'RowSink.drain'] },
    { line: 11, via: ['fill', 'task'] },
  ]);
  expect(
    (await messagesOf(ESLint, cwd, { projectService: true })).map(({ line, message }) => ({ line, message })),
  ).toEqual(save?.findings.map(({ line, message }) => ({ line, message })));
});

test('a connection that a function of a built package holds is held for the rule, too', async () => {
  const folder = createStoreMonorepo(
    {
      ...built,
      built: {
        'dist/index.d.ts': 'export declare function together(run: () => Promise<void>): Promise<void>;\n',
      },
      source: {
        'index.ts': `import { knex } from 'knex';
const database = knex({ client: 'pg' });
export async function together(run: () => Promise<void>): Promise<void> {
  const transaction = await database.transaction();
  await run();
  await transaction.commit();
}
`,
      },
      user: {
        text: `import { together } from '@demo/store';
class RowRepository { async insert(row: string): Promise<void> { await Promise.resolve(row); } }
const rows = new RowRepository();
export async function save(): Promise<void> {
  await together(async () => { rows.insert('a'); });
  rows.insert('b');
}
`,
      },
    },
    'root',
  );
  const cwd = resolve(folder, 'packages/api');
  const [file] = (await scan({ cwd })).files;
  expect(file?.findings.map(({ line, remedy }) => ({ line, remedy }))).toEqual([
    { line: 5, remedy: 'suggestion' },
    { line: 6, remedy: 'fix' },
  ]);
  const linted = await messagesOf(ESLint, cwd, { projectService: true });
  expect(linted.map(({ fix: change, line }) => ({ line, remedy: change ? 'fix' : 'suggestion' }))).toEqual(
    file?.findings.map(({ line, remedy }) => ({ line, remedy })),
  );
});

/** A monorepo of which `core` declares what `api` implements and hands over; `core` is built by a script, file by file. */
function createInvertedMonorepo(): string {
  return createStoreMonorepo(
    {
      manifest: { types: './dist/index.d.ts' },
      built: {
        'dist/index.d.ts': "export * from './shelf.js';\n",
        'dist/shelf.d.ts': `export interface Sink {
    drain(row: string): Promise<void>;
}
export type Task = (row: string) => Promise<void>;
export declare class Shelf {
    private readonly sink;
    constructor(sink: Sink);
    add(row: string): Promise<void>;
}
export declare function fill(tasks: {
    readonly task: Task;
}): Promise<void>;
`,
      },
      source: {
        'index.ts': "export * from './shelf.js';\n",
        'shelf.ts': `export interface Sink { drain(row: string): Promise<void>; }
export type Task = (row: string) => Promise<void>;
export class Shelf {
  constructor(private readonly sink: Sink) {}
  async add(row: string): Promise<void> { await this.sink.drain(row); }
}
export async function fill(tasks: { readonly task: Task }): Promise<void> { await tasks.task('a'); }
`,
      },
      user: {
        text: `import { fill, Shelf, type Sink, type Task } from '@demo/store';
class RowRepository { async insert(row: string): Promise<void> { await Promise.resolve(row); } }
const rows = new RowRepository();
interface Other { drain(row: string): Promise<void>; }
class RowSink implements Sink { async drain(row: string): Promise<void> { await rows.insert(row); } }
class Nothing implements Other { async drain(row: string): Promise<void> { await Promise.resolve(row); } }
const task: Task = async row => { await rows.insert(row); };
export const nothing = new Nothing();
export async function save(): Promise<void> {
  new Shelf(new RowSink()).add('a');
  fill({ task });
  nothing.drain('a');
}
`,
      },
    },
    'root',
  );
}

const lost = [4, 5, 6, 7, 8, 9];

async function ofShards(options: ScanOptions): Promise<readonly number[]> {
  const shards = [1, 2].map(index => scan({ ...options, shard: { index, count: 2 } }));
  return (await Promise.all(shards)).flatMap(linesOf);
}

async function lint(cwd: string, options: Linter.ParserOptions): Promise<readonly number[]> {
  return (await messagesOf(ESLint, cwd, options)).map(({ line }) => line);
}

async function messagesOf(
  Version: typeof ESLint,
  cwd: string,
  options: Linter.ParserOptions,
): Promise<readonly Pick<Linter.LintMessage, 'fix' | 'line' | 'message'>[]> {
  const eslint = new Version({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { ...plugin.configs.recommended, files: ['**/*.ts'] },
      { rules: { 'persistence/no-unawaited-calls': ['error', { autofix: true }] } },
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser, parserOptions: { tsconfigRootDir: cwd, ...options } },
      },
    ],
  });
  const [file] = await eslint.lintFiles(['src/save.ts']);
  return (file?.messages ?? []).map(({ fix: change, line, message }) => ({ fix: change, line, message }));
}

function linesOf({ files }: Report): readonly number[] {
  return files.flatMap(({ findings }) => findings.map(({ line }) => line));
}
