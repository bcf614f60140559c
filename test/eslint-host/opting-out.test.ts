import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import type * as eslint from 'eslint';
import { describe, expect, test } from 'vitest';
import type { Report, ReportedFinding } from '../../src/analysis/report/report.js';
import { run } from '../../src/codemods/run.js';
import { createESLintProject, eslintVersions, typed } from '../support/eslint-project.js';
import { runCommand } from '../support/packaging/run-command.js';
import { runInProcess } from '../support/run-in-process.js';

const head = `export interface PostRepository {
  create(post: object): Promise<void>;
  upsert(post: object): Promise<void>;
  batch(posts: readonly object[]): Promise<void>;
  read(id: string): Promise<object>;
}
declare const posts: PostRepository;
`;
const rule = 'persistence/no-unawaited-calls';
const config = `export default [${typed}, persistence.configs.strict];`;

/** Each with the operations on `posts` that stay open. What the others are is `optedOut`. */
const directives: Readonly<Record<string, readonly [code: string, open: readonly string[]]>> = {
  'a disabled line': [
    `async function f() {
  posts.create({}); // eslint-disable-line ${rule}
  posts.upsert({});
}`,
    ['upsert'],
  ],
  'the line after a comment': [
    `async function f() {
  // eslint-disable-next-line ${rule} -- the caller waits for the change feed
  posts.create({});
  posts.upsert({});
}`,
    ['upsert'],
  ],
  'a disabled line without rule names': [
    'async function f() {\n  posts.create({}); // eslint-disable-line\n  posts.upsert({});\n}',
    ['upsert'],
  ],
  'a disabled line for another rule': [
    'async function f() {\n  posts.create({}); // eslint-disable-line no-console, persistence/no-blocking-calls\n}',
    ['create'],
  ],
  'a disabled line for several rules': [
    `async function f() {\n  posts.create({}); /* eslint-disable-line no-console, ${rule} */\n}`,
    [],
  ],
  'a block': [
    `async function f() {
  /* eslint-disable ${rule} */
  posts.create({});
  /* eslint-enable ${rule} */
  posts.upsert({});
}`,
    ['upsert'],
  ],
  'a file': [`/* eslint-disable */\nasync function f() { posts.create({}); }`, []],
  'a rule that the file turns off': [`/* eslint ${rule}: off */\nasync function f() { posts.create({}); }`, []],
  'a rule that the file turns off by number': [
    `/* eslint ${rule}: 0 -- legacy */\nasync function f() { posts.create({}); }`,
    [],
  ],
  'options that the file sets': [
    `/* eslint ${rule}: ["error", { "checkReads": false }] */\nasync function f() { posts.create({}); posts.read('1'); }`,
    ['create'],
  ],
  'options that are wrong': [
    `/* eslint ${rule}: ["error", { "reads": false }] */\nasync function f() { posts.create({}); posts.read('1'); }`,
    ['create', 'read'],
  ],
  'words in a string': [`async function f() { posts.create({ text: '// eslint-disable-line' }); }`, ['create']],
  'words in a template': [
    'async function f() {\n  posts.create({ text: `\n// eslint-disable-next-line\n${1}` }); posts.upsert({});\n}',
    ['create', 'upsert'],
  ],
  'words in a documenting comment': [`/** eslint-disable */\nasync function f() { posts.create({}); }`, ['create']],
  'a comment inside a call': [`async function f() {\n  posts /* eslint-disable-line ${rule} */ .create({});\n}`, []],
  'a comment at the end of the file': [`async function f() { posts.create({}); } // eslint-disable-line`, []],
};

describe.each(eslintVersions)('with ESLint %i', version => {
  test('the codemod opts out of just what ESLint opts out of, and edits the rest', async () => {
    const texts = Object.entries(directives).map(
      ([, [code]], index) => [`src/${index}.ts`, `${head}${code}\n`] as const,
    );
    const cwd = createESLintProject(version, config, Object.fromEntries(texts));
    const paths = texts.map(([path]) => path);
    const linted = await lint(cwd, paths);
    const { report } = await run('write', { cwd, paths });
    expect(placesIn(report)).toEqual(linted);
    const open = (path: string): readonly string[] => findingsIn(report, path).filter(isOpen).map(operationOf);
    expect(Object.fromEntries(Object.keys(directives).map((name, index) => [name, open(`src/${index}.ts`)]))).toEqual(
      Object.fromEntries(Object.entries(directives).map(([name, [, expected]]) => [name, expected])),
    );
    for (const [path, text] of texts) {
      const repaired = text.replace(/posts\b[^;]*?\.(create|upsert|read)\(/g, (call, operation: string) =>
        open(path).includes(operation) ? `await ${call}` : call,
      );
      expect(readFileSync(resolve(cwd, path), 'utf8')).toBe(repaired);
    }
  });

  test('what a comment says stands beside what it opts out of', async () => {
    const cwd = createESLintProject(version, config, {
      'src/b.ts': `${head}async function f() {
  posts.create({}); // eslint-disable-line ${rule} -- the change feed tells
  posts.create({}); // eslint-disable-line ${rule}
}
`,
    });
    const { report } = await run('scan', { cwd, paths: ['src/b.ts'] });
    expect(findingsIn(report, 'src/b.ts').map(({ optOut, reason }) => [optOut, reason])).toEqual([
      ['comment', 'a comment disables the rule here: the change feed tells'],
      ['comment', 'a comment disables the rule here'],
    ]);
  });

  test('comments have no say where the configuration forbids it', async () => {
    const cwd = createESLintProject(
      version,
      `export default [${typed}, persistence.configs.strict, { linterOptions: { noInlineConfig: true } }];`,
      {
        'src/b.ts': `${head}async function f() { posts.create({}); } // eslint-disable-line\n`,
      },
    );
    const { report } = await run('scan', { cwd, paths: ['src/b.ts'] });
    expect(placesIn(report)).toEqual(await lint(cwd, ['src/b.ts']));
    expect(report.summary).toMatchObject({ fixable: 1, optedOut: 0 });
  });

  test('comments use the name that the project gives the plugin, and can turn a rule on', async () => {
    const cwd = createESLintProject(
      version,
      `export default [${typed}, { files: ['**/*.ts'], plugins: { db: persistence }, rules: { 'db/no-unawaited-calls': 'error' } }];`,
      {
        'src/b.ts': `/* eslint db/no-fire-and-forget: warn */\n${head}async function f() {
  posts.create({}); // eslint-disable-line db/no-unawaited-calls
  posts.upsert({}); // eslint-disable-line persistence/no-unawaited-calls
  void posts.batch([]);
}
`,
      },
    );
    const { report } = await run('scan', { cwd, paths: ['src/b.ts'] });
    expect(findingsIn(report, 'src/b.ts').map(({ outcome, severity }) => [outcome, severity])).toEqual([
      ['optedOut', 'error'],
      ['fixable', 'error'],
      ['suggested', 'warning'],
    ]);
    expect(placesIn(report)).toEqual(await lint(cwd, ['src/b.ts'], 'db'));
  });

  test('comments count without a configuration, too', async () => {
    const cwd = createESLintProject(version, config, {
      'src/b.ts': `${head}async function f() { posts.create({}); } // eslint-disable-line ${rule}\n`,
    });
    const { report } = await run('write', { cwd, paths: ['src/b.ts'], eslintConfig: false });
    expect(report.summary).toMatchObject({ findings: 1, optedOut: 1 });
  });

  test('the list of known findings is honored as ESLint does it', async () => {
    const two = `${head}export async function f(): Promise<void> {\n  posts.create({});\n  posts.upsert({});\n}\n`;
    const cwd = createESLintProject(version, config, { 'src/b.ts': two });
    const suppressed = await runCommand(
      cwd,
      process.execPath,
      resolve(cwd, eslintCommand[version]),
      '--suppress-all',
      'src',
    );
    expect(suppressed.exitCode, suppressed.stderr).toBe(0);
    const known = await run('write', { cwd });
    expect(known.report.summary).toMatchObject({ findings: 3, optedOut: 3 });
    expect(findingsIn(known.report, 'src/b.ts').map(({ optOut }) => optOut)).toEqual(['list', 'list']);
    expect(readFileSync(resolve(cwd, 'src/b.ts'), 'utf8')).toBe(two);
    expect(await runInProcess(cwd, ['scan'])).toMatchObject({ code: 0 });

    writeFileSync(resolve(cwd, 'src/b.ts'), two.replace('posts.upsert({});', 'posts.upsert({});\n  posts.batch([]);'));
    const more = await run('dryRun', { cwd });
    expect(more.report.summary).toMatchObject({ findings: 4, optedOut: 1, fixable: 3 });

    writeFileSync(resolve(cwd, 'src/b.ts'), two.replace('posts.upsert', 'await posts.upsert'));
    const fewer = await run('dryRun', { cwd });
    expect(fewer.report.summary).toMatchObject({ findings: 2, optedOut: 2 });
  });
});

test('a list of known findings that cannot be read stops the run', async () => {
  const cwd = createESLintProject(10, config, { 'eslint-suppressions.json': '{ "src/a.ts": 1 }' });
  const { code, error } = await runInProcess(cwd, ['fix', '--write']);
  expect({ code, error }).toEqual({
    code: 2,
    error: expect.stringMatching(
      /eslint-suppressions\.json: this list of known findings cannot be read \(.*\)\.\n$/,
    ) as string,
  });
});

const eslintCommand = {
  9: 'node_modules/eslint/bin/eslint.js',
  10: '../../node_modules/eslint/bin/eslint.js',
} as const;

/** The open findings of a report, as ESLint would list them. */
function placesIn({ files }: Report): readonly string[] {
  return files
    .flatMap(({ findings, path }) =>
      findings
        .filter(isOpen)
        .map(({ column, line, rule: name, severity }) => `${path}:${line}:${column} ${name} ${severity}`),
    )
    .toSorted();
}

/** What the project's own ESLint says, with our rules and nothing else. */
async function lint(cwd: string, paths: readonly string[], prefix = 'persistence'): Promise<readonly string[]> {
  const { ESLint } = createRequire(resolve(cwd, 'package.json'))('eslint') as typeof eslint;
  const results = await new ESLint({ cwd }).lintFiles([...paths]);
  return results
    .flatMap(({ filePath, messages }) =>
      messages
        .filter(({ messageId }) => messageId !== undefined)
        .map(
          ({ column, line, ruleId, severity }) =>
            `${relative(cwd, filePath)}:${line}:${column} ${ruleId?.replace(`${prefix}/`, 'persistence/') ?? ''} ${severity === 2 ? 'error' : 'warning'}`,
        ),
    )
    .toSorted();
}

function isOpen({ outcome }: ReportedFinding): boolean {
  return outcome !== 'optedOut';
}

function operationOf({ call }: ReportedFinding): string {
  return /(\w+)\(\)$/.exec(call)?.[1] ?? call;
}

function findingsIn({ files }: Report, path: string): readonly ReportedFinding[] {
  return files.find(file => file.path === path)?.findings ?? [];
}
