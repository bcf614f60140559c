import type { Unit } from '../unit.js';

/** Whether a file is one of tests, by what such files are commonly called: `user.test.ts`, `test-helper.ts`, `__tests__/user.ts`. */
export function isOfTest(path: string, { catalogue: { conventions } }: Unit): boolean {
  const folders = path.split('/');
  const words = folders.pop()?.split(/[.-]/).slice(0, -1) ?? [];
  return (
    folders.some(folder => conventions.testFolders.has(folder)) || words.some(word => conventions.testWords.has(word))
  );
}

/** Whether a file is one of tests, seen from another: commonly called so, or in a folder of tests that the other is not in. */
export function isTestBeside(path: string, other: string, unit: Unit): boolean {
  const { testFoldersBeside } = unit.catalogue.conventions;
  return isOfTest(path, unit) || foldersApart(path, other).some(folder => testFoldersBeside.has(folder));
}

/** The folders of a file that are not those of another: where a project lies says nothing of its files. */
function foldersApart(path: string, other: string): readonly string[] {
  const folders = path.split('/').slice(0, -1);
  const others = other.split('/').slice(0, -1);
  const apart = folders.findIndex((folder, index) => folder !== others[index]);
  return apart === -1 ? [] : folders.slice(apart);
}
