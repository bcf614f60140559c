import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';

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
