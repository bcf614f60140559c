import type { ESLintPackage } from './load-eslint.js';

/** What a reader calls the configuration that holds for a file: its path, or the folder it is looked for in where this ESLint does not say. */
export async function nameConfig(
  { ESLint }: Pick<ESLintPackage, 'ESLint'>,
  folder: string,
  fileName: string | undefined,
): Promise<string> {
  try {
    return (await new ESLint({ cwd: folder }).findConfigFile(fileName)) ?? folder;
  } catch {
    return folder;
  }
}
