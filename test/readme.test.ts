import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { createRepository } from './support/git.js';
import { root } from './support/paths.js';
import { copyService } from './support/threads-api/copy-service.js';

/** How wide the terminal of the recorded session is. */
const width = 110;

test('the session that the README shows is what the commands print, in their order, on the service of the demo', async () => {
  const [, recorded = ''] = /^```console\n(.*?)^```/ms.exec(readFileSync(resolve(root, 'README.md'), 'utf8')) ?? [];
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
