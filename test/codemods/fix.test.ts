import { chmodSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fix, scan } from '../../src/codemods/index.js';
import { asWritten } from '../support/as-written.js';
import { createProject, faulty, repaired, tsconfig } from '../support/create-project.js';

test('a dry run plans what a write does, and writes nothing', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const dry = await fix({ cwd });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(faulty);

  const written = await fix({ cwd, write: true });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(repaired);
  expect(written).toEqual(asWritten(dry));
  expect(readdirSync(resolve(cwd, 'src'))).toEqual(['a.ts']);
});

test('only the paths that are named are judged and written', async () => {
  const cwd = createProject({ 'src/a.ts': faulty, 'src/b.ts': faulty, 'src/deep/c.ts': faulty });
  const report = await fix({ cwd, paths: ['src/b.ts', 'src/deep'], write: true });
  expect(report.files.map(({ path }) => path)).toEqual(['src/b.ts', 'src/deep/c.ts']);
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(faulty);
});

test('a path outside the project is an error, not an empty success', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  await expect(scan({ cwd, paths: ['tsconfig.json'] })).rejects.toThrow(
    /matches no TypeScript file of .*tsconfig\.json/,
  );
});

test.each([
  ['CRLF', faulty.replaceAll('\n', '\r\n'), repaired.replaceAll('\n', '\r\n')],
  ['mixed line ends', faulty.replace('\n', '\r\n'), repaired.replace('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${faulty}`, `\uFEFF${repaired}`],
  [
    'tabs and trailing spaces',
    faulty.replace('  async', '\t\tasync').replace('}\n', '}  \n'),
    repaired.replace('  async', '\t\tasync').replace('}\n', '}  \n'),
  ],
  ['no line end at the end', faulty.trimEnd(), repaired.trimEnd()],
  ['characters beyond the first plane', `// 🧵\n${faulty}`, `// 🧵\n${repaired}`],
])('%s stays as it is', async (_, before, after) => {
  const cwd = createProject({ 'src/a.ts': before });
  await fix({ cwd, write: true });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(after);
});

test('the mode of a file stays as it is', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  chmodSync(resolve(cwd, 'src/a.ts'), 0o776);
  await fix({ cwd, write: true });
  expect(statSync(resolve(cwd, 'src/a.ts')).mode & 0o777).toBe(0o776);
});

test('a file that is not UTF-8 is left alone and named', async () => {
  const latin = Buffer.from(`// caf\u00e9\n${faulty}`, 'latin1');
  const cwd = createProject({ 'src/a.ts': latin, 'src/b.ts': faulty });
  const report = await fix({ cwd, write: true });
  expect(report.skipped).toEqual([{ path: 'src/a.ts', cause: 'unreadable', reason: 'the file is not UTF-8' }]);
  expect(readFileSync(resolve(cwd, 'src/a.ts'))).toEqual(latin);
  expect(readFileSync(resolve(cwd, 'src/b.ts'), 'utf8')).toBe(repaired);
});

test('an edit that brings a type error is taken back, and the other files keep theirs', async () => {
  // The compiler refuses to await this: its `then` wants to be called on something else.
  const unusual = `interface Saved { then(this: { open: true }, callback: (value: number) => void): void }
interface ThreadRepository { save(): Saved }
declare const threads: ThreadRepository;
export async function save(): Promise<void> { threads.save(); }
`;
  const cwd = createProject({ 'src/a.ts': faulty, 'src/b.ts': unusual });
  const { files, summary } = await fix({ cwd, write: true });
  expect(summary).toMatchObject({ findings: 2, fixed: 1, rolledBack: 1 });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(repaired);
  expect(readFileSync(resolve(cwd, 'src/b.ts'), 'utf8')).toBe(unusual);
  expect(files[1]?.findings[0]).toMatchObject({
    outcome: 'rolledBack',
    reason: expect.stringMatching(/^the edited file no longer type-checks: TS\d+: /) as string,
  });
});

test('type errors that were there before do not stop a repair', async () => {
  const wrong = `${faulty}export const wrong: number = 'text';\n`;
  const cwd = createProject({ 'src/a.ts': wrong });
  const { summary } = await fix({ cwd, write: true });
  expect(summary).toMatchObject({ fixed: 1, rolledBack: 0 });
  expect(readFileSync(resolve(cwd, 'src/a.ts'), 'utf8')).toBe(wrong.replace('{ this.', '{ await this.'));
});

test('a file of two projects is judged once', async () => {
  const cwd = createProject({
    'src/a.ts': faulty,
    'tsconfig.other.json': JSON.stringify(tsconfig),
  });
  const report = await scan({ cwd, projects: ['tsconfig.json', 'tsconfig.other.json'] });
  expect(report.summary).toMatchObject({ files: 1, findings: 1 });
});

test('calls that cannot be judged are counted, with the reason', async () => {
  const code = `import { Client } from 'not-installed';
declare const client: Client;
declare const anything: any;
export async function work(): Promise<void> {
  client.save();
  client.things.remove();
  anything.save();
}
`;
  const cwd = createProject({ 'src/a.ts': code });
  const { summary } = await scan({ cwd });
  expect(summary).toMatchObject({ findings: 0, unknown: { any: 1, unresolvedImport: 2, implementation: 0 } });
});

test('a project without a usable compiler of its own is judged with the bundled one, libraries included', async () => {
  const code = faulty.replace(
    'this.container.items.create({});',
    `
    this.container.items.create({});
    [1].forEach(async () => { await this.container.items.create({}); });`,
  );
  const cwd = createProject({
    'src/a.ts': code,
    'node_modules/typescript/package.json': JSON.stringify({ name: 'typescript', version: '7.0.2', main: 'main.cjs' }),
    'node_modules/typescript/main.cjs': 'exports.version = "7.0.2"; exports.versionMajorMinor = "7.0";',
  });
  const { summary } = await fix({ cwd, write: true });
  expect(summary).toMatchObject({ findings: 2, fixed: 1, unknown: { any: 0, unresolvedImport: 0, implementation: 0 } });
});

test('the outcomes add up to the findings', async () => {
  const code = faulty.replace(
    'this.container.items.create({});',
    `
    this.container.items.create({});
    Promise.race([this.container.items.create({})]);
    const kept: Promise<unknown> = this.container.items.create({});`,
  );
  const cwd = createProject({ 'src/a.ts': code });
  for (const unsafe of [false, true]) {
    const { summary } = await fix({ cwd, unsafe });
    expect(summary).toMatchObject({
      findings: 3,
      fixable: unsafe ? 2 : 1,
      suggested: unsafe ? 0 : 1,
      manual: 1,
      rolledBack: 0,
      optedOut: 0,
    });
  }
});

test('a report says where the functions stand that lead to a call', async () => {
  const handler = `import type { ThreadService } from './threads.js';

export async function handle(threads: ThreadService): Promise<void> {
  threads.create();
}
`;
  const cwd = createProject({
    'src/handler.ts': handler,
    'src/threads.ts': repaired.replace('ThreadRepository', 'ThreadService'),
  });
  const [finding] = (await scan({ cwd })).files[0]?.findings ?? [];
  expect(finding).toMatchObject({ via: ['ThreadService.create'], line: 4 });
  expect(finding?.steps).toEqual([
    { name: 'ThreadService.create', path: 'src/threads.ts', line: 5, column: 3 },
    { name: 'container.items.create()', path: 'src/threads.ts', line: 5, column: 41 },
  ]);
});

test('a report names what a reader needs, and an id that outlives moved lines', async () => {
  const cwd = createProject({ 'src/a.ts': faulty });
  const report = await scan({ cwd });
  expect(report).toMatchObject({
    schemaVersion: 2,
    mode: 'scan',
    root: cwd,
    tool: { name: 'eslint-plugin-persistence' },
  });
  const [finding] = report.files[0]?.findings ?? [];
  expect(finding).toMatchObject({
    rule: 'persistence/no-unawaited-calls',
    kind: 'floating',
    line: 5,
    column: 35,
    endLine: 5,
    endColumn: 66,
    call: 'container.items.create()',
    operation: 'write',
    library: '@azure/cosmos',
    execution: 'eager',
    function: 'ThreadRepository.create',
    via: [],
    remedy: 'fix',
    outcome: 'fixable',
    edits: [{ text: 'await ' }],
    before: '  async create(): Promise<void> { this.container.items.create({}); }',
    after: '  async create(): Promise<void> { await this.container.items.create({}); }',
  });

  writeFileSync(resolve(cwd, 'src/a.ts'), `// moved\n\n${faulty}`);
  const [moved] = (await scan({ cwd })).files[0]?.findings ?? [];
  expect(moved?.line).toBe(7);
  expect(moved?.id).toBe(finding?.id);
});
