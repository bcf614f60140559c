import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/create-program.js';
import { hintAt } from '../../src/cli/hint-at.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { root } from '../support/paths.js';
import { runInProcess } from '../support/run-in-process.js';

test.each([
  [['scan', '--format', 'json'], "unknown option '--format'. Use --reporter for the format of the report.\n"],
  [['fix', '-f', 'json'], 'Use --reporter for the format of the report.\n'],
  [['scan', '--write'], 'scan and merge change nothing. Use `eslint-plugin-persistence fix --write`.\n'],
  [['scan', '--diff'], 'scan and merge change nothing. Use `eslint-plugin-persistence fix --diff`.\n'],
  [['scan', '--fix'], 'Use `eslint-plugin-persistence fix --write` to change files.\n'],
  [['merge', '--patch=fixes.patch', 'a.json'], 'Use `eslint-plugin-persistence fix --patch`.\n'],
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
