import { Linter } from 'eslint';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSettings } from '../src/analysis/configuration/settings.js';
import { scan, type Report } from '../src/codemods/index.js';
import plugin from '../src/index.js';
import { parseBaseline } from '../src/reporters/parse-baseline.js';
import { parseReport } from '../src/reporters/parse-report.js';
import { analyseText } from './support/analyse-fixture.js';
import { createProject, light, lightConfig } from './support/create-project.js';
import { runInProcess } from './support/run-in-process.js';

const text = `
  import type { Repository } from 'typeorm';
  declare const threads: Repository<object>;
  export async function show(): Promise<void> { \`\${threads.find()}\`; }
`;

/** A project that loses one call as text. */
function createShow(): string {
  return createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/show.ts': light.replace('threads.create(); }', `\`\${threads.create()}\`; }`),
  });
}

describe('the setting `promiseConsumers`', () => {
  test('takes what its former name holds', () => {
    expect(parseSettings({ handsOn: ['defer'] })).toEqual(parseSettings({ promiseConsumers: ['defer'] }));
    expect(parseSettings({ handsOn: ['defer'] })).toMatchObject({ settings: { promiseConsumers: ['defer'] } });
  });

  test('is not given by both names', () => {
    expect(parseSettings({ handsOn: ['defer'], promiseConsumers: ['later'] })).toEqual({
      ok: false,
      problems: [
        'settings.persistence has both promiseConsumers and handsOn, its former name. Move everything into promiseConsumers.',
      ],
    });
  });

  test('is proved by the name that was written', () => {
    expect(parseSettings({ handsOn: 'defer' })).toMatchObject({
      problems: [expect.stringMatching(/^settings\.persistence\.handsOn must be Array/)],
    });
  });
});

describe('the kind `serialized`', () => {
  test('is what its former name stands for in `ignoreKinds`, where no other name is taken', () => {
    expect(analyseText(text, {}).findings.map(({ kind }) => kind)).toEqual(['serialized']);
    expect(analyseText(text, { options: { ignoreKinds: ['serialised'] } }).findings).toEqual([]);
    expect(() => verify('serialised')).not.toThrow();
    expect(() => verify('serializes')).toThrow('serializes');
  });

  test.each([
    ['--only', ['serialized']],
    ['--skip', []],
  ])('is what its former name stands for after %s', async (flag, kinds) => {
    const { out } = await runInProcess(createShow(), ['scan', '--reporter', 'json', flag, 'serialised']);
    const { files } = JSON.parse(out) as Report; // what the reporter wrote
    expect(files.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual(kinds);
  });

  test('is what its former name stands for in code, where another name is refused', async () => {
    const cwd = createShow();
    const { files } = await scan({ cwd, only: ['serialised'] });
    expect(files.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual(['serialized']);
    expect((await scan({ cwd, skip: ['serialised'] })).files).toEqual([]);
    const only = ['serializes'] as never; // no name of a kind
    await expect(scan({ cwd, only })).rejects.toThrow('serializes: no kind has this name. Kinds are floating, ');
  });

  test.each(['serialised', 'no-unawaited-calls/serialised'])('is explained as %s', async name => {
    const cwd = createShow();
    expect(await runInProcess(cwd, ['explain', name])).toEqual(await runInProcess(cwd, ['explain', 'serialized']));
  });

  test('is known from a baseline of its former name, which is written anew by its current one', async () => {
    const cwd = createShow();
    const update = ['scan', '--baseline', 'known.json', '--update-baseline'];
    await runInProcess(cwd, update);
    const current = readFileSync(resolve(cwd, 'known.json'), 'utf8');
    writeFileSync(resolve(cwd, 'known.json'), current.replace('"serialized"', '"serialised"'));
    expect(await runInProcess(cwd, ['scan', '--baseline', 'known.json'])).toMatchObject({
      code: 0,
      error: expect.stringContaining('1 finding is known, 0 are new') as string,
    });
    await runInProcess(cwd, update);
    expect(readFileSync(resolve(cwd, 'known.json'), 'utf8')).toBe(current);
    expect(parseBaseline(current.replace('"serialized"', '""')).ok).toBe(false);
  });

  test('is read from a report by its former name, where another name is refused', async () => {
    const { out } = await runInProcess(createShow(), ['scan', '--reporter', 'json']);
    expect(out).toContain('"kind": "serialized"');
    const parsed = parseReport(out);
    expect(parsed.ok).toBe(true);
    expect(parseReport(out.replace('"kind": "serialized"', '"kind": "serialised"'))).toEqual(parsed);
    expect(parseReport(out.replace('"kind": "serialized"', '"kind": "serializes"')).ok).toBe(false);
  });
});

/** Has ESLint prove a configuration that ignores a kind. */
function verify(kind: string): unknown {
  const config: Linter.Config = {
    plugins: { persistence: plugin },
    rules: { 'persistence/no-unawaited-calls': ['error', { ignoreKinds: [kind] }] },
  };
  return new Linter().verify('', [config], 'a.js');
}
