import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { patchFlatConfig } from '../../src/codemods/setup/patch-flat-config.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';

const lightJs = `class ThreadRepository {
  async create() { await Promise.resolve(); }
}
const threads = new ThreadRepository();
export async function open() { threads.create(); }
`;

const nest = `// @ts-check
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['eslint.config.mjs'] },
  {
    files: ['**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
);
`;

const next = `import { defineConfig, globalIgnores } from "eslint/config";
import nextTs from "./next-typescript.mjs";

const eslintConfig = defineConfig([
  ...nextTs,
  // Override default ignores of eslint-config-next.
  globalIgnores([
    ".next/**",
  ]),
]);

export default eslintConfig;
`;

interface Project {
  readonly files: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
  readonly lines: readonly string[];
}

const projects: Readonly<Record<string, Project>> = {
  NestJS: {
    files: { 'eslint.config.mjs': nest },
    dependencies: ['@nestjs/core', 'eslint', 'typescript', 'typescript-eslint'],
    lines: ["+import persistence from 'eslint-plugin-persistence';", '+  persistence.configs.recommended,'],
  },
  'Next.js': {
    files: {
      'eslint.config.mjs': next,
      'next-typescript.mjs':
        "import tseslint from 'typescript-eslint';\nexport default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }];\n",
    },
    dependencies: ['next', 'eslint', 'eslint-config-next', 'typescript'],
    lines: ['+      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },'],
  },
  'a CommonJS configuration': {
    files: { 'eslint.config.cjs': "'use strict';\nmodule.exports = [];\n" },
    dependencies: ['eslint', 'typescript'],
    lines: [
      "+const persistence = require('eslint-plugin-persistence');",
      "+const tseslint = require('typescript-eslint');",
    ],
  },
  'a configuration in TypeScript': {
    files: { 'eslint.config.ts': "import { defineConfig } from 'eslint/config';\n\nexport default defineConfig();\n" },
    dependencies: ['eslint', 'typescript'],
    lines: ["+  { ...persistence.configs.recommended, ignores: ['eslint.config.ts'] },"],
  },
  'ESLint without a configuration': {
    files: {},
    dependencies: ['eslint', 'typescript'],
    lines: ['+++ b/eslint.config.mjs'],
  },
  JavaScript: {
    files: { 'src/a.ts': '', 'src/a.js': lightJs },
    dependencies: ['express', 'eslint'],
    lines: ['+++ b/eslint.config.mjs', '+++ b/jsconfig.json'],
  },
  'a monorepo': {
    files: {
      'tsconfig.json': '',
      'src/a.ts': '',
      'eslint.config.mjs': nest,
      'packages/api/package.json': '{ "name": "api" }',
      'packages/api/tsconfig.json': JSON.stringify(lightConfig),
      'packages/api/src/a.ts': light,
    },
    dependencies: ['eslint', 'typescript'],
    lines: ['+  persistence.configs.recommended,'],
  },
};

describe.each(Object.entries(projects))('init in %s', (_, { dependencies, files, lines }) => {
  test('shows what it writes, installs what is missing, and ends with a scan that finds the lost call, as ESLint does', async () => {
    const cwd = createSetup(dependencies, files);
    const { code, error, installed, out } = await init(cwd, ['--yes']);
    expect(error).toBe('');
    for (const line of lines) expect(out.split('\n')).toContain(line);
    expect(out).toContain('1 lost persistence call in 1 file of ');
    expect(code).toBe(0);
    expect(installed.join(' ')).toContain('eslint-plugin-persistence');
    expect(installed.join(' ')).not.toContain('typescript@');
    expect(await lint(cwd)).toEqual(['persistence/no-unawaited-calls']);
  });

  test('has nothing to do the second time', async () => {
    const cwd = createSetup(dependencies, files);
    await init(cwd, ['--yes']);
    const { code, installed, out } = await init(cwd, []);
    expect({ code, installed }).toEqual({ code: 0, installed: [] });
    expect(out).not.toContain('+++');
    expect(out).toContain('already has the plugin.');
  });
});

describe('init', () => {
  test.each([
    ['n', 'Nothing was changed.\n'],
    [undefined, 'Nothing was changed.\n'],
  ])('asks before it writes, and writes nothing for the answer %j', async (answer, end) => {
    const cwd = createSetup(['eslint', 'typescript'], { 'eslint.config.mjs': nest });
    const { code, installed, out } = await init(cwd, [], answer);
    expect({ code, installed }).toEqual({ code: 0, installed: [] });
    expect(out.endsWith(end)).toBe(true);
    expect(read(cwd, 'eslint.config.mjs')).toBe(nest);
  });

  test('without a terminal it is refused with 2, and names the flag', async () => {
    const cwd = createSetup(['eslint', 'typescript'], { 'eslint.config.mjs': nest });
    const { code, error } = await init(cwd, [], 'no terminal');
    expect({ code, error }).toEqual({
      code: 2,
      error: 'init asks before it writes, but there is no terminal. Pass --yes.\n',
    });
    expect(read(cwd, 'eslint.config.mjs')).toBe(nest);
  });

  test.each([
    ['of a package', { 'pnpm-lock.yaml': '' }, ''],
    ['of a workspace', { 'pnpm-workspace.yaml': 'packages: [packages/*]' }, '--workspace-root '],
  ])('writes nothing where the packages %s could not be installed', async (_, files, flag) => {
    const cwd = createSetup(['eslint', 'typescript'], { 'eslint.config.mjs': nest, ...files });
    const { code, error } = await init(cwd, ['--yes'], undefined, 1);
    expect({ code, error }).toEqual({
      code: 2,
      error: `\`pnpm add --save-dev ${flag}eslint-plugin-persistence\` failed, so nothing was written. Install the packages yourself, then run init again.\n`,
    });
    expect(read(cwd, 'eslint.config.mjs')).toBe(nest);
  });

  test('scans without ESLint, and writes nothing for it', async () => {
    const cwd = createSetup(['typescript'], {});
    const { installed, out } = await init(cwd, []);
    expect(installed).toEqual([]);
    expect(out).toMatch(/^Found: npm, TypeScript \S+, no ESLint\.\n`scan` and `fix` work without ESLint\.\n/);
    expect(existsSync(resolve(cwd, 'eslint.config.mjs'))).toBe(false);
  });

  test('adds an override to an eslintrc that is plain JSON, and says by hand what another one lacks', async () => {
    const legacy = '{\n    "extends": ["eslint:recommended"],\n    "overrides": [{ "files": ["*.js"] }]\n}\n';
    const cwd = createSetup(['eslint', 'typescript'], { '.eslintrc.json': legacy });
    await init(cwd, ['--yes']);
    const { overrides, ...rest } = JSON.parse(read(cwd, '.eslintrc.json')) as { readonly overrides: readonly object[] };
    expect(rest).toEqual({ extends: ['eslint:recommended'] });
    expect(overrides).toEqual([
      { files: ['*.js'] },
      expect.objectContaining({ plugins: ['persistence'], parserOptions: { project: true } }),
    ]);
    const other = createSetup(['eslint', 'typescript'], { '.eslintrc.cjs': 'module.exports = {};\n' });
    expect((await init(other, [])).out).toContain('.eslintrc.cjs: add this to its `overrides` by hand: {"files":');
  });

  test('needs a package.json', async () => {
    const cwd = createSetup([], {});
    rmSync(resolve(cwd, 'package.json'));
    expect(await init(cwd, ['--yes'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/: no package\.json here\. Run init in the folder of a project\.\n$/) as string,
    });
  });
});

describe('a flat configuration', () => {
  const addition = { loads: ["import p from 'p';"], elements: ['p'] };

  test.each([
    ['export default [];', 'export default [\n  p,\n];'],
    ['export default [a];', 'export default [a,\n  p];'],
    ['export default [\n\ta, // first\n];', 'export default [\n\ta,\n\tp, // first\n];'],
    ['export default defineConfig([a, b]);', 'export default defineConfig([a, b,\n  p]);'],
    ['export default defineConfig(a, [b]);', 'export default defineConfig(a, [b],\n  p);'],
    ['export default ([a] satisfies Config[]);', 'export default ([a,\n  p] satisfies Config[]);'],
    ['const all = [a];\nexport default all;', 'const all = [a,\n  p];\nexport default all;'],
  ])('%j gets its element at the end', (text, after) => {
    expect(patchFlatConfig('eslint.config.js', text, addition)).toBe(`import p from 'p';\n${after}`);
  });

  test('keeps directives, comments and line ends where they are', () => {
    expect(
      patchFlatConfig('eslint.config.cjs', "// @ts-check\r\n'use strict';\r\nmodule.exports = [a];\r\n", addition),
    ).toBe("// @ts-check\r\n'use strict';\r\nimport p from 'p';\r\nmodule.exports = [a,\r\n  p];\r\n");
  });

  test.each([
    'export default make();',
    'export default make([a]);',
    'export default { rules: {} };',
    'export { all as default };',
  ])('%j is left to a person', text => {
    expect(patchFlatConfig('eslint.config.js', text, addition)).toBeUndefined();
  });
});

/** A project without anything that it does not name. */
function createSetup(dependencies: readonly string[], files: Readonly<Record<string, string>>): string {
  const isWorkspace = Object.keys(files).some(name => name.startsWith('packages/'));
  const all: Readonly<Record<string, string>> = {
    'package.json': JSON.stringify({
      private: true,
      devDependencies: Object.fromEntries(dependencies.map(name => [name, '*'])),
      ...(isWorkspace && { workspaces: ['packages/*'] }),
    }),
    'tsconfig.json': dependencies.includes('typescript') ? JSON.stringify(lightConfig) : '',
    'src/a.ts': light,
    'eslint.config.js': '',
    ...files,
  };
  const cwd = createProject(all);
  for (const [name, text] of Object.entries(all)) {
    if (text === '' && !name.endsWith('.yaml')) rmSync(resolve(cwd, name));
  }
  return cwd;
}

async function init(
  cwd: string,
  flags: readonly string[],
  answer?: string,
  exitCode = 0,
): Promise<{
  readonly code: number;
  readonly out: string;
  readonly error: string;
  readonly installed: readonly string[];
}> {
  const [out, error]: [string[], string[]] = [[], []];
  const installed: string[] = [];
  const code = await runCli(['init', ...flags], {
    cwd,
    out: text => out.push(text),
    error: text => error.push(text),
    display: plainDisplay,
    ...(answer !== 'no terminal' && { ask: () => Promise.resolve(answer) }),
    execute: words => {
      installed.push(...words);
      if (exitCode === 0) installPlugin(cwd);
      return Promise.resolve(exitCode);
    },
  });
  return { code, out: out.join(''), error: error.join(''), installed };
}

/** What a package manager does, as far as it is missing here: all other packages are found above. */
function installPlugin(cwd: string): void {
  mkdirSync(resolve(cwd, 'node_modules'), { recursive: true });
  symlinkSync(root, resolve(cwd, 'node_modules/eslint-plugin-persistence'), 'dir');
}

/** The rules that ESLint reports; null where it cannot parse a file. */
async function lint(cwd: string): Promise<readonly (string | null)[]> {
  const results = await new ESLint({ cwd }).lintFiles('.');
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

function read(cwd: string, name: string): string {
  return readFileSync(resolve(cwd, name), 'utf8');
}
