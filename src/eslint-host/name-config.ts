import type { ESLintPackage } from './load-eslint.js';

/** Names the configuration of a file: its path, or the folder where the search starts if this ESLint does not say. */
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
