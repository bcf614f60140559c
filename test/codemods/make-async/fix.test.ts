import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fix, scan, type FixOptions } from '../../../src/codemods/index.js';
import { asWritten } from '../../support/as-written.js';
import { createProject, tsconfig } from '../../support/create-project.js';

const rows =
  'export interface RowRepository { insert(title?: string): Promise<void>; delete(id: string): Promise<void> }\n';
const repository = `import type { RowRepository } from './rows.js';
export class ThreadRepository {
  constructor(private readonly rows: RowRepository) {}
  create(title: string): string { this.rows.insert(title); return title; }
  remove(id: string): void { this.rows.delete(id); }
}
`;
const service = `import type { ThreadRepository } from './repository.js';
export class ThreadService {
  constructor(private readonly threads: ThreadRepository) {}
  open(title: string): number { return this.threads.create(title).length; }
  close(id: string): void { this.threads.remove(id); this.open(id); }
}
`;
const app = `import { ThreadService } from './service.js';
export async function handle(service: ThreadService): Promise<number> { service.close('a'); return service.open('b') ** 2; }
`;
const basis = {
  'package.json': '{ "name": "app" }',
  'tsconfig.json': JSON.stringify({ ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, types: [] } }),
  'src/rows.ts': rows,
};
const files = { ...basis, 'src/app.ts': app, 'src/repository.ts': repository, 'src/service.ts': service };

const asyncRepository = repository
  .replace('create(title: string): string { this', 'async create(title: string): Promise<string> { await this')
  .replace('remove(id: string): void { this', 'async remove(id: string): Promise<void> { await this');
const asyncService = service
  .replace(
    'open(title: string): number { return this.threads.create(title)',
    'async open(title: string): Promise<number> { return (await this.threads.create(title))',
  )
  .replace(
    'close(id: string): void { this.threads.remove(id); this',
    'async close(id: string): Promise<void> { await this.threads.remove(id); await this',
  );
const asyncApp = app
  .replace('service.close(', 'await service.close(')
  .replace("service.open('b')", "(await service.open('b'))");

const textsIn = (cwd: string): readonly string[] =>
  ['app', 'repository', 'service'].map(name => readFileSync(resolve(cwd, `src/${name}.ts`), 'utf8'));

test('a function becomes async with its callers in all files, and a second run changes nothing', async () => {
  const cwd = createProject(files);
  const dry = await fix({ cwd, makeAsync: true });
  expect(textsIn(cwd)).toEqual([app, repository, service]);

  const written = await fix({ cwd, makeAsync: true, write: true });
  expect(written).toEqual(asWritten(dry));
  expect(written.summary).toMatchObject({ findings: 2, fixed: 2, manual: 0, rolledBack: 0 });
  expect(textsIn(cwd)).toEqual([asyncApp, asyncRepository, asyncService]);

  const second = await fix({ cwd, makeAsync: true, write: true });
  expect(second.summary).toMatchObject({ findings: 0 });
  expect(textsIn(cwd)).toEqual([asyncApp, asyncRepository, asyncService]);
});

test('without it such functions are left alone, and the recommended rules say nothing of them', async () => {
  const cwd = createProject(files);
  expect((await fix({ cwd, unsafe: true })).summary).toMatchObject({ findings: 0 });
  expect((await fix({ cwd, preset: 'strict', unsafe: true })).summary).toMatchObject({ findings: 2, manual: 2 });
  expect((await scan({ cwd })).summary).toMatchObject({ findings: 0 });
});

/** What a run of these files says of its findings. */
async function outcomesOf(
  project: Readonly<Record<string, string>>,
  options: FixOptions = {},
): Promise<readonly string[]> {
  const cwd = createProject({ ...basis, ...project });
  const report = await fix({ cwd, makeAsync: true, ...options });
  return report.files.flatMap(({ findings }) =>
    findings.map(({ outcome, reason }) => (outcome === 'fixable' ? outcome : `${outcome}: ${reason ?? ''}`)),
  );
}

const index = { ...files, 'src/index.ts': "export * from './service.js';\n" };
const cannot = 'manual: the function around it cannot become async: ';

test('what those can call who use the package stays as it is, unless that is asked for', async () => {
  expect(await outcomesOf(index)).toEqual([
    `${cannot}\`create\` is part of the public API of the package`,
    `${cannot}\`remove\` is part of the public API of the package`,
  ]);
  expect(await outcomesOf(index, { includePublic: true })).toEqual(['fixable', 'fixable']);
});

test('what a test may call that the project leaves out stays as it is', async () => {
  const spec = "import { ThreadService } from '../src/service.js';\nnew ThreadService().close('a');\n";
  const refusal = `${cannot}\`test/service.spec.ts\`, which is not in the project, may call \`close\``;
  expect(await outcomesOf({ ...files, 'test/service.spec.ts': spec })).toEqual([refusal, refusal]);
});

test('callers have to be among the files that are chosen', async () => {
  expect(await outcomesOf(files, { paths: ['src/repository.ts'] })).toEqual([
    `${cannot}it is called at src/service.ts:4, which must not be edited`,
    `${cannot}it is called at src/service.ts:5, which must not be edited`,
  ]);
});

test('a chain that brings a type error anywhere is taken back as a whole, and the others are kept', async () => {
  const other =
    "import type { ThreadRepository } from './repository.js';\nexport type Removed = Exclude<keyof ThreadRepository, 'remove'> | ReturnType<ThreadRepository['remove']>;\nexport const removed: Removed | number = undefined;\n";
  const cwd = createProject({ ...files, 'src/other.ts': other });
  const { files: reported, summary } = await fix({ cwd, makeAsync: true, write: true });
  expect(summary).toMatchObject({ findings: 2, fixed: 1, rolledBack: 1 });
  expect(reported[0]?.findings.map(({ outcome, reason }) => [outcome, reason?.split(':')[0]])).toEqual([
    ['fixed', 'the function around it is not async'],
    ['rolledBack', 'the edited file no longer type-checks'],
  ]);
  const [, text] = textsIn(cwd);
  expect(text).toContain('async create(title: string): Promise<string> { await this');
  expect(text).toContain('  remove(id: string): void { this.rows');
});

test('two chains that await what begins at the same place do not share parentheses', async () => {
  const chained = `import type { RowRepository } from './rows.js';
class Draft { constructor(readonly rows: RowRepository) {} end(): string { this.rows.insert(); return 'done'; } }
class Store { constructor(readonly rows: RowRepository) {} begin(): Draft { this.rows.insert(); return new Draft(this.rows); } }
export async function use(store: Store): Promise<number> { return store.begin().end().length; }
`;
  const cwd = createProject({ ...basis, 'src/a.ts': chained });
  const { summary } = await fix({ cwd, makeAsync: true, write: true });
  expect(summary).toMatchObject({ findings: 2, fixed: 2, rolledBack: 0 });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toContain(
    'return (await (await store.begin()).end()).length;',
  );
});

test('what wants a look once the function is async wants it before, too', async () => {
  const race = `import type { RowRepository } from './rows.js';
export function save(rows: RowRepository): void { Promise.race([rows.insert(), rows.delete('a')]); }
`;
  expect(await outcomesOf({ 'src/a.ts': race })).toEqual([
    `${cannot}the calls race, and the loser may be left behind intentionally`,
  ]);
  expect(await outcomesOf({ 'src/a.ts': race }, { unsafe: true })).toEqual(['fixable']);
});

test('all that a function loses is mended with it, each finding once', async () => {
  const both = `import type { RowRepository } from './rows.js';
export function save(rows: RowRepository): void { rows.insert(); rows.delete('a'); const unread = rows.insert(); }
`;
  expect(await outcomesOf({ 'src/a.ts': both })).toEqual(['fixable', 'fixable', 'fixable']);
});
