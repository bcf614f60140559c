import type { ESLint, Linter } from 'eslint';
import type { ESLintPackage } from './load-eslint.js';

/** What the project's ESLint configuration says of some files. */
export type ReadConfigs =
  /** By file name. The same object for files of which it says the same; undefined for what it ignores. */
  | { readonly kind: 'read'; readonly configs: ReadonlyMap<string, Linter.Config | undefined> }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Asks the ESLint of the project in `folder` what holds for files. Its configuration is run, and with it what it imports. */
export async function readConfigs({ ESLint }: ESLintPackage, folder: string, fileNames: readonly string[]): Promise<ReadConfigs> {
  const eslint = new ESLint({ cwd: folder, overrideConfig: anySource });
  try {
    const configs = await Promise.all(fileNames.map(async fileName => [fileName, await configOf(fileName, eslint)] as const));
    return { kind: 'read', configs: new Map(configs) };
  } catch (error) {
    return { kind: 'unreadable', problem: toProblem(error) };
  }
}

/** With this, a file that no part of the configuration is meant for has a configuration, too, and differs from one that is ignored. */
const anySource: Linter.Config = { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'] };

async function configOf(fileName: string, eslint: ESLint): Promise<Linter.Config | undefined> {
  return (await eslint.calculateConfigForFile(fileName)) as Linter.Config | undefined; // declared as `any`
}

function toProblem(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.startsWith('Could not find config file') ? 'There is no ESLint configuration (eslint.config.js)' : `The ESLint configuration cannot be read (${line})`;
}
