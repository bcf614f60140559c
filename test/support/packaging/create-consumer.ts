import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand, type CommandResult } from './run-command.js';

/** A small project that uses the installed package, as its README shows. */
export interface Consumer {
  readonly folder: string;
  /** The text of the one service. */
  service(): Promise<string>;
  /** What `npx eslint .` reports. */
  lint(): Promise<readonly LintFinding[]>;
  /** Runs the command line. */
  command(...words: readonly string[]): Promise<CommandResult>;
}

export interface LintFinding {
  readonly file: string;
  /** Null where ESLint itself complains, as of a file that does not parse. */
  readonly ruleId: string | null;
  readonly line: number;
}

export type ModuleKind = 'ESM' | 'CommonJS';

/** Makes a project of one service, in a folder that finds its packages in `installation`. */
export async function createConsumer(installation: string, kind: ModuleKind, service: string): Promise<Consumer> {
  const folder = await mkdtemp(join(installation, 'consumer-'));
  const { config, configName, type } = moduleKinds[kind];
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type }));
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  await writeFile(join(folder, configName), config);
  await writeFile(join(folder, serviceName), service);
  return { folder, service: () => readFile(join(folder, serviceName), 'utf8'), lint, command };

  async function lint(): Promise<readonly LintFinding[]> {
    const { stderr, stdout } = await runCommand(folder, 'npx', 'eslint', '.', '--format', 'json');
    if (!stdout.startsWith('[')) throw new Error(`ESLint failed.\n${stderr}`);
    const results = JSON.parse(stdout) as readonly LintResult[]; // the form of ESLint's json formatter
    if (!results.some(({ filePath }) => filePath === join(folder, serviceName)))
      throw new Error('ESLint did not lint the service.');
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId }) => ({ file: filePath.slice(folder.length + 1), ruleId, line })),
    );
  }

  async function command(...words: readonly string[]): Promise<CommandResult> {
    return runCommand(folder, 'npx', 'eslint-plugin-persistence', ...words);
  }
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly Pick<LintFinding, 'line' | 'ruleId'>[];
}

const serviceName = 'src/post-service.ts';

const tsconfig = {
  compilerOptions: {
    target: 'ES2023',
    module: 'NodeNext',
    strict: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['src'],
};

const moduleKinds = {
  ESM: {
    type: 'module',
    configName: 'eslint.config.js',
    config: `import persistence from 'eslint-plugin-persistence';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } } },
  persistence.configs.recommended,
);
`,
  },
  CommonJS: {
    type: 'commonjs',
    configName: 'eslint.config.cjs',
    config: `const persistence = require('eslint-plugin-persistence');
const tseslint = require('typescript-eslint');

module.exports = tseslint.config(
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } } },
  persistence.configs.recommended,
);
`,
  },
} as const;
