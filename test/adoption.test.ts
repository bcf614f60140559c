import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../src/codemods/run.js';
import { createProject, light, lightConfig } from './support/create-project.js';
import { createESLintProject, typed } from './support/eslint-project.js';
import { commitAll, createRepository } from './support/git.js';
import { runCommand } from './support/packaging/run-command.js';
import { root } from './support/paths.js';
import { runInProcess } from './support/run-in-process.js';

const page = readFileSync(resolve(root, 'docs/adoption.md'), 'utf8');
const files = { 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light, 'src/orders/b.ts': light };

test('every command of the page works, in its order', async () => {
  const commands = [...page.matchAll(/npx eslint-plugin-persistence (.+)$/gm)].map(([, words = '']) =>
    words.split(' '),
  );
  expect(commands.length).toBeGreaterThanOrEqual(6);
  const cwd = createProject(files);
  createRepository(cwd);
  for (const words of commands) {
    expect([0, 1], words.join(' ')).toContain((await runInProcess(cwd, words)).code);
    commitAll(cwd);
  }
});

test.each(configurations())('the configuration for "%s" does what the page says', async (effect, config) => {
  const cwd = createProject({ ...files, 'eslint.config.js': config });
  const notices: string[] = [];
  const { report } = await run('scan', { cwd, onNotice: sentence => notices.push(sentence) });
  expect(notices).toEqual([]);
  const severities = report.files.map(({ findings, path }) => [path, findings[0]?.severity]);
  expect(severities).toEqual(
    effect === 'warning'
      ? [
          ['src/a.ts', 'warning'],
          ['src/orders/b.ts', 'warning'],
        ]
      : [['src/orders/b.ts', 'error']],
  );
});

test('ESLint writes the list of known findings by the command of the page, and then nothing is left', async () => {
  const [, words = ''] = /^ *npx eslint (\. --suppress-rule .+)$/m.exec(page) ?? [];
  const cwd = createESLintProject(10, `export default [${typed}, persistence.configs.recommended];`);
  expect(await runInProcess(cwd, ['scan'])).toMatchObject({ code: 1 });
  const eslint = resolve(root, 'node_modules/eslint/bin/eslint.js');
  expect(await runCommand(cwd, process.execPath, eslint, ...words.split(' '))).toMatchObject({ exitCode: 0 });
  expect(await runInProcess(cwd, ['scan'])).toMatchObject({ code: 0 });
});

test('both ways to say what is meant are understood', async () => {
  const examples = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
  expect(examples).toHaveLength(2);
  const names =
    'interface AuditRepository { save(x: unknown): Promise<void> }\ndeclare const audit: AuditRepository, outbox: AuditRepository, entry: string, message: string;\n';
  const cwd = createProject(
    Object.fromEntries(
      examples.map((code, index) => [
        `src/${index}.ts`,
        `${names}export async function f(): Promise<void> {\n${code}}\n`,
      ]),
    ),
  );
  const { report } = await run('scan', { cwd, preset: 'strict' });
  expect(report.files.flatMap(({ findings }) => findings.map(({ outcome, reason }) => [outcome, reason]))).toEqual([
    ['optedOut', expect.stringContaining('the queue retries') as string],
  ]);
});

function configurations(): readonly (readonly [effect: string, config: string])[] {
  const found = [...page.matchAll(/^```js eslint\.config\.js (\w+)\n(.*?)^```/gms)].map(
    ([, effect = '', config = '']) => [effect, config] as const,
  );
  if (found.length !== 2) throw new Error('The page has other configurations than this test knows.');
  return found;
}
