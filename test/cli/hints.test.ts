import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/create-program.js';
import { hintAt } from '../../src/cli/hint-at.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

test.each([
  [['scan', '--format', 'json'], "unknown option '--format'. Use --reporter for the format of the report.\n"],
  [['fix', '-f', 'json'], 'Use --reporter for the format of the report.\n'],
  [['scan', '--write'], 'scan and merge change nothing. Use `eslint-plugin-persistence fix --write`.\n'],
  [['scan', '--diff'], 'scan and merge change nothing. Use `eslint-plugin-persistence fix --diff`.\n'],
  [['scan', '--fix'], 'Use `eslint-plugin-persistence fix --write` to change files.\n'],
  [['merge', '--patch=fixes.patch', 'a.json'], 'say `eslint-plugin-persistence fix --patch`.\n'],
])('%j is refused with 2, and says in the same line what was meant', async (words, end) => {
  const { code, error, out } = await runInProcess(root, words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(/^error: unknown option '[^']+'\. .*\.\n$/);
  expect(error.endsWith(end), error).toBe(true);
});

test('an option that nobody knows has no hint, and one that a command has never asks for one', () => {
  expect(hintAt('--color-of-the-sky')).toBeUndefined();
  const terminal = { cwd: root, out: () => undefined, error: () => undefined, display: plainDisplay };
  const fix = createProgram(terminal, () => undefined).commands.find(command => command.name() === 'fix');
  const scan = createProgram(terminal, () => undefined).commands.find(command => command.name() === 'scan');
  const known = (scan?.options ?? []).flatMap(({ long, short }) => [long ?? '', short ?? '']);
  for (const { long = '' } of fix?.options ?? []) {
    if (known.includes(long)) expect(hintAt(long), long).toBeUndefined();
  }
  for (const hint of ['--write', '--diff', '--patch', '--check', '--interactive', '--unsafe', '--make-async'])
    expect(
      fix?.options.some(({ long }) => long === hint),
      hint,
    ).toBe(true);
});

test.each([
  ['standard input, as -', '--settings - < settings.json'],
  ['standard input, by its file', '--settings /dev/stdin < settings.json'],
  ['a pipe', 'cat settings.json | node BIN scan --settings -'],
  ['a command, as bash gives it', '--settings <(cat settings.json)'],
])('settings come from %s', (_, words) => {
  const cwd = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    'settings.json': '{ "allow": ["ThreadRepository.create"] }',
    'wrong.json': '{ "allow": 3 }',
    'broken.json': '{',
  });
  expect(runScan(cwd, words)).toMatchObject({ status: 0, stderr: '' });
  expect(runScan(cwd, words.replaceAll('settings.json', 'wrong.json'))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/allow.*\n$/) as string,
  });
  expect(runScan(cwd, words.replaceAll('settings.json', 'broken.json'))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^(?:--settings -|\/\S+): the settings cannot be read \(.*\)\.\n$/) as string,
  });
});

function runScan(cwd: string, words: string): { readonly status: number | null; readonly stderr: string } {
  const bin = `'${resolve(root, 'dist/cli/bin.js')}'`;
  const script = words.includes('BIN') ? words.replace('BIN', bin) : `node ${bin} scan ${words}`;
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-c', script], { cwd, encoding: 'utf8' });
  return { status, stderr };
}
