import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { run } from '../../src/codemods/run.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { createESLintProject, eslintVersions } from '../support/eslint-project.js';
import { runInProcess } from '../support/run-in-process.js';

const voided = light.replace('{ threads.', '{ void threads.');
const readAlone = light.replaceAll('create(', 'read(');

describe.each(eslintVersions)("with the project's own ESLint %i", version => {
  test('a rule that is off is off, and the file is named as one that was not judged', async () => {
    const cwd = createESLintProject(
      version,
      `export default [
      persistence.configs.recommended,
      { files: ['src/off.ts'], rules: { 'persistence/no-unawaited-calls': 'off', 'persistence/no-blocking-calls': 'off' } },
    ];`,
      { 'src/off.ts': light },
    );
    const { report } = await run('scan', { cwd });
    expect(pathsOf(report)).toEqual(['src/a.ts']);
    expect(report.skipped).toEqual([
      {
        path: 'src/off.ts',
        cause: 'leftOut',
        reason: 'the ESLint configuration turns on no rule of this plugin for it',
      },
    ]);
  });

  test('what ESLint ignores is ignored', async () => {
    const cwd = createESLintProject(
      version,
      "export default [persistence.configs.recommended, { ignores: ['src/legacy/**'] }];",
      { 'src/legacy/b.ts': light },
    );
    const { report } = await run('scan', { cwd });
    expect(pathsOf(report)).toEqual(['src/a.ts']);
    expect(report.skipped).toEqual([{ path: 'src/legacy/b.ts', cause: 'leftOut', reason: 'ESLint ignores it' }]);
  });

  test('`warn` is a warning', async () => {
    const cwd = createESLintProject(
      version,
      "export default [persistence.configs.recommended, { files: ['**/*.ts'], rules: { 'persistence/no-unawaited-calls': 'warn' } }];",
    );
    const { report } = await run('scan', { cwd });
    expect(report.files[0]?.findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('options hold for the files they are set for', async () => {
    const cwd = createESLintProject(
      version,
      `export default [
      persistence.configs.recommended,
      { files: ['src/writes.ts'], rules: { 'persistence/no-unawaited-calls': ['error', { checkReads: false }] } },
    ];`,
      { 'src/reads.ts': readAlone, 'src/writes.ts': readAlone },
    );
    expect(pathsOf((await run('scan', { cwd })).report)).toEqual(['src/a.ts', 'src/reads.ts']);
  });

  test('settings hold for the files they are set for', async () => {
    const store =
      'interface PostStore { save(): Promise<void> }\nexport async function save(posts: PostStore): Promise<void> { posts.save(); }\n';
    const cwd = createESLintProject(
      version,
      `export default [
      persistence.configs.recommended,
      { files: ['src/stores/**'], settings: { persistence: { repositoryNames: ['Store'] } } },
    ];`,
      { 'src/stores/b.ts': store, 'src/c.ts': store },
    );
    expect(pathsOf((await run('scan', { cwd })).report)).toEqual(['src/a.ts', 'src/stores/b.ts']);
  });

  test('the plugin is found whatever it is called, and in whatever copy', async () => {
    const cwd = createESLintProject(
      version,
      `
      const copy = { meta: { ...persistence.meta }, rules: persistence.rules };
      export default [{ files: ['**/*.ts'], plugins: { db: copy }, rules: { 'db/no-fire-and-forget': 'error' } }];`,
      { 'src/void.ts': voided },
    );
    expect(pathsOf((await run('scan', { cwd })).report)).toEqual(['src/void.ts']);
  });

  test('another plugin of the same name is not ours', async () => {
    const cwd = createESLintProject(
      version,
      `
      const other = { meta: { name: 'other' }, rules: persistence.rules };
      export default [{ files: ['**/*.ts'], plugins: { persistence: other }, rules: { 'persistence/no-fire-and-forget': 'error' } }];`,
      { 'src/void.ts': voided },
    );
    expect(pathsOf((await run('scan', { cwd })).report)).toEqual(['src/a.ts']);
  });

  test('a path that the plugin is not for stays off when it is named alone', async () => {
    const cwd = createESLintProject(
      version,
      "export default [{ ...persistence.configs.recommended, files: ['src/**'] }];",
      {
        'test/b.ts': light,
        'tsconfig.json': JSON.stringify({ ...lightConfig, include: ['src', 'test'] }),
      },
    );
    const { report } = await run('scan', { cwd, paths: ['test'] });
    expect(report.summary).toMatchObject({ files: 0, findings: 0 });
    expect(report.skipped).toMatchObject([{ path: 'test/b.ts' }]);
  });

  test('where the configuration does not name the plugin, the recommended preset holds, and what else it says', async () => {
    const cwd = createESLintProject(version, "export default [{ files: ['**/*.js'] }, { ignores: ['src/b.ts'] }];", {
      'src/b.ts': light,
      'src/void.ts': voided,
    });
    const notices: string[] = [];
    const { report } = await run('scan', { cwd, onNotice: sentence => notices.push(sentence) });
    expect(notices).toEqual([]);
    expect(pathsOf(report)).toEqual(['src/a.ts']);
    expect(report.skipped).toEqual([{ path: 'src/b.ts', cause: 'leftOut', reason: 'ESLint ignores it' }]);
  });

  test('a preset that is asked for holds in place of the rules, not of the rest', async () => {
    const cwd = createESLintProject(
      version,
      `export default [
      persistence.configs.recommended,
      { ignores: ['src/b.ts'] },
      { files: ['src/a.ts'], rules: { 'persistence/no-unawaited-calls': 'off' } },
    ];`,
      { 'src/b.ts': light, 'src/void.ts': voided },
    );
    expect(pathsOf((await run('scan', { cwd, preset: 'strict' })).report)).toEqual(['src/a.ts', 'src/void.ts']);
  });

  test('with --no-eslint-config nothing of it holds', async () => {
    const cwd = createESLintProject(
      version,
      "export default [persistence.configs.strict, { ignores: ['src/a.ts'] }];",
      { 'src/void.ts': voided },
    );
    expect((await runInProcess(cwd, ['scan', '--no-eslint-config'])).out).toContain('src/a.ts\n');
    expect((await runInProcess(cwd, ['scan'])).out).toContain('src/void.ts\n');
  });

  test.each([
    [
      'throws',
      'throw new Error("Broken.\\nBadly.");',
      /^\S+\/eslint\.config\.js: the ESLint configuration cannot be read \(Broken\. Badly\)\. Fix it, or pass --no-eslint-config\.\n$/,
    ],
    [
      'has options that are wrong',
      "export default [persistence.configs.recommended, { files: ['**/*.ts'], rules: { 'persistence/no-unawaited-calls': ['error', { reads: true }] } }];",
      /^\S+\/eslint\.config\.js: the ESLint configuration cannot be read \(.*persistence\/no-unawaited-calls.*"reads".*\)\. Fix it, or pass --no-eslint-config\.\n$/,
    ],
  ])('a configuration that %s is named in one line, and ends the run', async (_, config, line) => {
    const cwd = createESLintProject(version, config);
    expect(await runInProcess(cwd, ['scan'])).toEqual({
      code: 2,
      out: '',
      error: expect.stringMatching(line) as string,
    });
    expect(await runInProcess(cwd, ['scan', '--no-eslint-config'])).toMatchObject({
      code: 1,
      error: '',
      out: expect.stringContaining('src/a.ts\n') as string,
    });
  });

  test('a configuration that fails for other files than those that are meant ends the run, too, where it has to say whether the plugin is on', async () => {
    const cwd = createESLintProject(
      version,
      "export default [{}, { files: ['src/b.ts'], rules: { 'gone/gone': 'error' } }];",
      { 'src/b.ts': light },
    );
    expect(await runInProcess(cwd, ['scan', 'src/a.ts'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/eslint\.config\.js: the ESLint configuration cannot be read \(.*"gone"/) as string,
    });
  });

  test('settings that are wrong are an error that names them', async () => {
    const cwd = createESLintProject(
      version,
      'export default [persistence.configs.recommended, { settings: { persistence: { repositoryName: [] } } }];',
    );
    const { code, error } = await runInProcess(cwd, ['scan']);
    expect(code).toBe(2);
    expect(error).toMatch(/^\S+\/eslint\.config\.js: settings\.persistence\.repositoryName is unknown\. .*\n$/);
  });
});

describe('--settings', () => {
  const store =
    'interface PostStore { save(): Promise<void> }\nexport async function save(posts: PostStore): Promise<void> { posts.save(); }\n';
  const settings = { repositoryNames: ['Store'] };

  test.each([
    ['settings.json', JSON.stringify(settings)],
    ['settings.mjs', `export default ${JSON.stringify(settings)};`],
    ['settings.cjs', `module.exports = ${JSON.stringify(settings)};`],
  ])('takes %s, in place of what the configuration sets', async (name, text) => {
    const cwd = createESLintProject(
      10,
      "export default [persistence.configs.recommended, { settings: { persistence: { repositoryNames: ['Shop'] } } }];",
      { 'src/b.ts': store, [name]: text },
    );
    expect((await runInProcess(cwd, ['scan'])).out).not.toContain('src/b.ts\n');
    expect((await runInProcess(cwd, ['scan', '--settings', name])).out).toContain('src/b.ts\n');
  });

  test.each([
    ['gone.json', undefined, /gone\.json: the settings cannot be read \(.*ENOENT.*\)\.\n$/],
    ['settings.json', '{', /settings\.json: the settings cannot be read \(.*JSON.*\)\.\n$/],
    [
      'settings.mjs',
      'export const settings = {};',
      /settings\.mjs: the settings cannot be read \(it has no default export\)\.\n$/,
    ],
    ['settings.json', '{ "repositoryName": [] }', /^settings\.persistence\.repositoryName is unknown\./],
  ])('refuses %s with %s', async (name, text, message) => {
    const cwd = createProject({
      'tsconfig.json': JSON.stringify(lightConfig),
      'src/a.ts': light,
      ...(text !== undefined && { [name]: text }),
    });
    const { code, error } = await runInProcess(cwd, ['scan', '--settings', name]);
    expect({ code, error }).toEqual({ code: 2, error: expect.stringMatching(message) as string });
  });
});

function pathsOf({ files }: Report): readonly string[] {
  return files.map(({ path }) => path);
}
