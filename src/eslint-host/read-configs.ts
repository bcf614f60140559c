import type { Linter } from 'eslint';
import { describeError } from '../describe-error.js';
import { runForeign } from '../run-foreign.js';
import type { ESLintPackage } from './load-eslint.js';
import { nameConfig } from './name-config.js';

/** The project's ESLint configuration for some files. */
export type ReadConfigs =
  /** By file name. The same object for files of which it says the same; undefined for what it ignores. */
  | { readonly kind: 'read'; readonly configs: ReadonlyMap<string, Linter.Config | undefined> }
  /** There is none. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Asks the ESLint of the project in `folder` for the configuration of files. This runs the configuration and what it imports. */
export async function readConfigs(
  { ESLint }: Pick<ESLintPackage, 'ESLint'>,
  folder: string,
  fileNames: readonly string[],
): Promise<ReadConfigs> {
  const asked = new Map<string, Linter.Config | undefined>();
  try {
    await runForeign(async () => {
      const eslint = new ESLint({ cwd: folder, overrideConfig: anySource });
      // The first asks alone, so that the configuration is run once and fails once.
      for (const fileName of fileNames)
        asked.set(fileName, (await eslint.calculateConfigForFile(fileName)) as Linter.Config | undefined); // declared as `any`
    });
    return { kind: 'read', configs: asked };
  } catch (error) {
    const problem = describeError(error);
    if (problem.startsWith('Could not find config file')) return { kind: 'missing' };
    const name = await nameConfig({ ESLint }, folder, fileNames[asked.size]);
    return {
      kind: 'unreadable',
      problem: `${name}: the ESLint configuration cannot be read (${problem.replace(/\.$/, '')}). Fix it, or pass --no-eslint-config.`,
    };
  }
}

/** With this, a file that matches no part of the configuration has a configuration too, unlike an ignored one. */
const anySource: Linter.Config = { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'] };
