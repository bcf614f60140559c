import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Edit, Finding } from '../../src/analysis/finding.js';
import { editsOf, planRemedy, type RepairPlanner } from '../../src/codemods/repair.js';
import { repairProject } from '../support/repair-project.js';

const repository = `export interface ThreadRepository { save(name: string): Promise<string> }
export declare const threads: ThreadRepository;
`;
const head = "import { threads } from './repository.js';\n";

/** Awaits every call, and puts a type error beside those that save `bad`. */
const breaking: RepairPlanner = (finding, { engine, fileName }) => {
  const { end, start } = finding.range;
  const text = engine.files.named(fileName)?.text.slice(start, end) ?? '';
  const error: readonly Edit[] = text.includes('bad') ? [{ start: end, end, text: '.missing' }] : [];
  return { kind: 'repair', repair: { edits: new Map([[fileName, [...editsOf(finding), ...error]]]), reach: 'body' } };
};

const saves = (...names: readonly string[]): string =>
  `${head}export async function work(): Promise<void> {\n${names.map(name => `  threads.save('${name}');\n`).join('')}}\n`;

test.each([
  ['the first', ['bad', 'b', 'c', 'd', 'e']],
  ['the last', ['a', 'b', 'c', 'bad']],
  ['one in the middle', ['a', 'b', 'bad', 'd', 'e', 'f', 'g']],
  ['several', ['a', 'bad', 'c', 'bad', 'bad', 'f', 'g', 'bad']],
  ['the only one', ['bad']],
  ['each', ['bad', 'bad', 'bad']],
])('of the repairs of a file only those that break it are taken back: %s', async (_, names) => {
  const files = { 'src/repository.ts': repository, 'src/a.ts': saves(...names), 'src/b.ts': saves('x', 'y') };
  const { fates, texts } = await repairProject(files, breaking);
  const expected = names.map(name => `  ${name === 'bad' ? '' : 'await '}threads.save('${name}');\n`).join('');
  expect(texts['src/a.ts']).toBe(`${head}export async function work(): Promise<void> {\n${expected}}\n`);
  expect(texts['src/b.ts']).toBe(saves('x', 'y').replaceAll('  threads', '  await threads'));
  expect(fates.map(([, fate]) => fate.kind)).toEqual([
    ...names.map(name => (name === 'bad' ? 'rolledBack' : 'fixed')),
    'fixed',
    'fixed',
  ]);
  for (const [, fate] of fates) {
    if (fate.kind === 'rolledBack')
      expect(fate.reason).toMatch(/^the edited file no longer type-checks: TS2339: Property 'missing' does not exist/);
  }
});

test('where too many repairs of a file break it, those that are left are taken back together, and say so', async () => {
  const names = Array.from({ length: 48 }, (_, index) => (index % 2 === 0 ? 'bad' : 'good'));
  const { fates, texts } = await repairProject(
    { 'src/repository.ts': repository, 'src/a.ts': saves(...names) },
    breaking,
  );
  expect(texts['src/a.ts']).not.toContain('.missing');
  const kinds = fates.map(([, { kind }]) => kind);
  expect(kinds.slice(0, 24)).toEqual(names.slice(0, 24).map(name => (name === 'bad' ? 'rolledBack' : 'fixed')));
  expect(kinds.slice(24)).toContain('fixed');
  const lost = fates.flatMap(([, fate], index) =>
    fate.kind === 'rolledBack' && names[index] === 'good' ? [fate.reason] : [],
  );
  expect(lost.length).toBeGreaterThan(0);
  for (const reason of lost)
    expect(reason).toMatch(/TS2339: .*\. Caused by this edit or another one rolled back with it\.$/);
});

test('a repair of several files is taken back in all of them, and repairs beside it stay', async () => {
  const files = {
    'src/repository.ts': `${repository}export const limit: number = 1;\n`,
    'src/a.ts': saves('both', 'other'),
  };
  const planner: RepairPlanner = (finding, { engine, fileName }) => {
    const isBoth =
      engine.files.named(fileName)?.text.slice(finding.range.start, finding.range.end).includes('both') === true;
    const start = files['src/repository.ts'].indexOf('1;');
    const elsewhere = resolve(fileName, '../repository.ts');
    return {
      kind: 'repair',
      repair: {
        edits: new Map([
          [fileName, editsOf(finding)],
          ...(isBoth ? [[elsewhere, [{ start, end: start + 1, text: "'1'" }]] as const] : []),
        ]),
        reach: 'body',
      },
    };
  };
  const { fates, texts } = await repairProject(files, planner);
  expect(texts['src/repository.ts']).toBe(files['src/repository.ts']);
  expect(texts['src/a.ts']).toBe(
    saves('both', 'other').replace("threads.save('other')", "await threads.save('other')"),
  );
  expect(fates.map(([, { kind }]) => kind)).toEqual(['rolledBack', 'fixed']);
});

test('a repair may create files and need imports: those of several are made once', async () => {
  const { created, folder, texts } = await repairProject(
    { 'src/repository.ts': repository, 'src/a.ts': saves('a', 'b') },
    loggingPlanner('export declare function log(name: string): void;\n'),
  );
  expect(created).toEqual([
    { fileName: resolve(folder, 'src/log.ts'), text: 'export declare function log(name: string): void;\n' },
  ]);
  expect(texts['src/a.ts']).toBe(
    `${head}import { log } from './log.js';\nexport async function work(): Promise<void> {\n  await threads.save('a'); log('');\n  await threads.save('b'); log('');\n}\n`,
  );
});

test('a file that is created is verified, and goes when nobody needs it', async () => {
  const files = { 'src/repository.ts': repository, 'src/a.ts': saves('a', 'b') };
  const { created, fates, texts } = await repairProject(
    files,
    loggingPlanner("export const wrong: number = '';\nexport declare function log(name: string): void;\n"),
  );
  expect(created).toEqual([]);
  expect(texts).toEqual(files);
  expect(fates.map(([, { kind }]) => kind)).toEqual(['rolledBack', 'rolledBack']);
});

function loggingPlanner(text: string): RepairPlanner {
  return (finding, { fileName }) => ({
    kind: 'repair',
    repair: {
      edits: new Map([
        [
          fileName,
          [...editsOf(finding), { start: finding.range.end + 1, end: finding.range.end + 1, text: " log('');" }],
        ],
      ]),
      created: new Map([[resolve(fileName, '../log.ts'), text]]),
      imports: [{ fileName, name: 'log', from: './log.js' }],
      reach: 'body',
    },
  });
}

test('a repair that would change a file that was not chosen is refused, with the reason', async () => {
  const planner: RepairPlanner = (finding, { fileName }) => ({
    kind: 'repair',
    repair: {
      edits: new Map([
        [fileName, editsOf(finding)],
        [resolve(fileName, '../c.mts'), editsOf(finding)],
      ]),
      reach: 'body',
    },
  });
  const files = { 'src/repository.ts': repository, 'src/a.ts': saves('a'), 'src/c.mts': saves('c') };
  const { fates, folder, texts } = await repairProject(files, planner);
  expect(texts['src/a.ts']).toBe(files['src/a.ts']);
  expect(fates).toEqual([
    [
      'threads.save()',
      {
        kind: 'left',
        reason: `${folder}/src/c.mts would need edits too but is not in the selected files`,
      },
    ],
  ]);
});

/** Makes the function around a call async and awaits it there. Its callers are findings of the next round. */
const makingAsync: RepairPlanner = (finding, place) => {
  if (finding.kind !== 'inSyncFunction') return planRemedy(() => true)(finding, place);
  const text = place.engine.files.named(place.fileName)?.text ?? '';
  const start = text.lastIndexOf('function', finding.range.start);
  const result = text.indexOf(': ', text.indexOf(')', start)) + 2;
  return {
    kind: 'repair',
    repair: {
      edits: new Map([
        [
          place.fileName,
          [
            insert(start, 'async '),
            { start: result, end: result + 4, text: 'Promise<void>' },
            insert(finding.range.start, 'await '),
          ],
        ],
      ]),
      reach: 'signature',
    },
  };
};

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

const callers = {
  'src/d.ts':
    "import { three } from './c.js';\nexport async function four(): Promise<void> { three(); }\nexport class Maker { constructor() { three(); } }\n",
  'src/c.ts': "import { two } from './b.js';\nexport function three(): void { two(); }\n",
  'src/b.ts': "import { one } from './a.js';\nexport function two(): void { one(); }\n",
  'src/a.ts': `${head}export function one(): void { threads.save('a'); }\n`,
  'src/repository.ts': repository,
};

test('whoever calls what a repair changed is judged anew, until nothing is left to repair', async () => {
  const { fates, texts } = await repairProject(callers, makingAsync);
  expect(texts).toMatchObject({
    'src/a.ts': `${head}export async function one(): Promise<void> { await threads.save('a'); }\n`,
    'src/b.ts': "import { one } from './a.js';\nexport async function two(): Promise<void> { await one(); }\n",
    'src/c.ts': "import { two } from './b.js';\nexport async function three(): Promise<void> { await two(); }\n",
    'src/d.ts': callers['src/d.ts'].replace('{ three(); }', '{ await three(); }'),
  });
  expect(fates.map(([call, { kind }]) => `${call} ${kind}`)).toEqual([
    'three() fixed',
    'two() fixed',
    'one() fixed',
    'threads.save() fixed',
  ]);
});

test('what a repair that was taken back brought to light goes with it', async () => {
  const files = { ...callers, 'src/a.ts': `${callers['src/a.ts']}export const started: void = one();\n` };
  const { fates, texts } = await repairProject(files, makingAsync);
  expect(texts).toEqual(files);
  expect(fates.map(([call, { kind }]) => `${call} ${kind}`)).toEqual(['threads.save() rolledBack']);
});

test('an unused `@ts-expect-error` is a new error, and one that was there before is none', async () => {
  const code = `${head}export async function work(): Promise<void> {
  // @ts-expect-error: there is one
  threads.save(1);
  // @ts-expect-error: there is none
  threads.save('a');
}
export async function other(): Promise<boolean> {
  // @ts-expect-error: a promise is always there
  return threads.save('a') ? true : false;
}
`;
  const { fates, texts } = await repairProject(
    { 'src/repository.ts': repository, 'src/a.ts': code },
    planRemedy(() => true),
  );
  expect(texts['src/a.ts']).toBe(
    code
      .replace('threads.save(1)', 'await threads.save(1)')
      .replace("  threads.save('a')", "  await threads.save('a')"),
  );
  expect(fates.map(([, { kind }]) => kind)).toEqual(['fixed', 'fixed', 'rolledBack']);
});

const exporting = {
  'src/repository.ts': repository,
  'src/a.ts': saves('a'),
  'src/b.ts': "import { work } from './a.js';\nexport const done: Promise<void> = work();\n",
};

/** Renames the function around a call, which only those notice that import it. */
const renaming: RepairPlanner = (finding: Finding, { fileName }) => {
  const start = exporting['src/a.ts'].indexOf('work');
  return {
    kind: 'repair',
    repair: {
      edits: new Map([[fileName, [{ start, end: start + 4, text: 'toil' }, ...editsOf(finding)]]]),
      reach: 'body',
    },
  };
};

test('`project` looks at every file, `file` at those that are edited, `off` at none', async () => {
  const byProject = await repairProject(exporting, renaming, 'project');
  expect(byProject.texts).toEqual(exporting);
  expect(byProject.fates).toEqual([
    ['threads.save()', { kind: 'rolledBack', reason: expect.stringContaining('TS2305') as string }],
  ]);
  const byFile = await repairProject(exporting, renaming, 'file');
  expect(byFile.texts['src/a.ts']).toContain('function toil()');
  const bad = { 'src/repository.ts': repository, 'src/a.ts': saves('bad') };
  expect((await repairProject(bad, breaking, 'off')).texts['src/a.ts']).toContain("await threads.save('bad').missing");
});
