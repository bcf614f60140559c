import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { drawScan } from '../scripts/draw-scan.js';
import { terminalWidth as width } from '../scripts/record-terminal.js';
import { runCli } from '../src/cli/run-cli.js';
import { createRepository } from './support/git.js';
import { root } from './support/paths.js';
import { copyService } from './support/threads-api/copy-service.js';

test('the session that the page of the command line shows is what the commands print, in their order, on the service of the demo', async () => {
  const [, recorded = ''] =
    /^```console\n(.*?)^```/ms.exec(readFileSync(resolve(root, 'docs/command-line.md'), 'utf8')) ?? [];
  const { directory, remove } = await copyService('threads-api');
  onTestFinished(remove);
  createRepository(directory);
  const commands = [...recorded.matchAll(/^\$ eslint-plugin-persistence (.+)$/gm)].map(([, words = '']) => words);
  expect(commands.length).toBeGreaterThan(1);
  const printed: string[] = [];
  for (const command of commands) {
    printed.push(`$ eslint-plugin-persistence ${command}\n`);
    await runCli(command.split(' '), {
      cwd: directory,
      out: text => printed.push(text),
      error: text => printed.push(text),
      display: { width, style: (_, text) => text },
    });
  }
  expect(printed.join('')).toBe(recorded);
});

test('the picture of the README is what scan prints', async () => {
  expect(readFileSync(resolve(root, 'docs/scan.svg'), 'utf8')).toBe(await drawScan());
  expect(readFileSync(resolve(root, 'README.md'), 'utf8')).toContain('](docs/scan.svg)');
});
