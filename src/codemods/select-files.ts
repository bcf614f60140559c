import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type ts from 'typescript';
import type { Project, Selection } from './load-projects.js';

/**
 * The source files of a program that are the project's own and are meant: listed by its tsconfig or part of its package,
 * no declarations, nothing from `node_modules`, and inside one of the selected paths where there are any.
 */
export function selectFiles(program: ts.Program, project: Project, selection: Selection): readonly ts.SourceFile[] {
  const listed = new Set(project.config.fileNames);
  const folder = findPackageFolder(dirname(project.configPath));
  const wanted = selection.paths.map(path => realpathSync(resolve(selection.cwd, path)));
  return program.getSourceFiles().filter(({ fileName, isDeclarationFile }) => {
    if (isDeclarationFile || fileName.includes('/node_modules/')) return false;
    if (!listed.has(fileName) && !isInside(fileName, folder)) return false;
    return wanted.length === 0 || wanted.some(path => isInside(realpathSync(fileName), path));
  });
}

/** The nearest folder with a package.json; where there is none, the folder itself. A tsconfig often stands deeper than what it covers. */
function findPackageFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(resolve(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return start;
  }
}

/** Whether a path is `folder` itself or below it. */
export function isInside(path: string, folder: string): boolean {
  const absolute = resolve(path);
  return absolute === folder || absolute.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
