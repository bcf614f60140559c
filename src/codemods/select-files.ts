import { resolve } from 'node:path';
import type ts from 'typescript';
import type { Engine } from '../engines/engine.js';
import { isInside, toRealPath, type Assignment } from './assign-files.js';
import { isThere } from './is-there.js';
import type { Project } from './load-projects.js';
import { UsageError } from './usage-error.js';

/** Which files of the projects are selected; all by default. */
export interface FileSelection {
  /** Real paths of files and folders. */
  readonly paths: readonly string[];
  /** Real paths of the files that changed. */
  readonly changed: ReadonlySet<string> | undefined;
}

/** The selected files, by the names they were given. Throws a {@link UsageError} for a missing path. */
export function toFileSelection(
  cwd: string,
  paths: readonly string[],
  changed: FileSelection['changed'],
): FileSelection {
  return { paths: paths.map(path => toExisting(resolve(cwd, path))), changed };
}

function toExisting(path: string): string {
  if (!isThere(path)) throw new UsageError(`${path}: no such file or folder.`);
  return toRealPath(path);
}

/** A file or folder that belongs to a project and cannot be read. */
export interface Unread {
  readonly path: string;
  /** A file that represents it when the project's configuration is asked. */
  readonly example: string;
}

/** The unreadable parts of `project`, among the files that its engine lacks and the folders that it includes. */
export function selectUnread(
  fileNames: readonly string[],
  project: Project,
  assignment: Assignment,
): readonly Unread[] {
  const files = fileNames.filter(
    fileName => !fileName.includes('/node_modules/') && assignment.isOwn(fileName, project),
  );
  return [
    ...files.map(path => ({ path, example: path })),
    ...project.unreadableFolders.map(path => ({ path, example: `${path}/index.ts` })),
  ];
}

/** The selected source files of an engine that are judged in `project`: no declarations, nothing from `node_modules`. */
export function selectFiles({ files }: Engine, project: Project, assignment: Assignment): readonly ts.SourceFile[] {
  return files
    .all()
    .filter(
      ({ fileName, isDeclarationFile }) =>
        !isDeclarationFile && !fileName.includes('/node_modules/') && assignment.isOwn(fileName, project),
    );
}

/** Whether a file is selected. */
export function isSelected(fileName: string, { changed, paths }: FileSelection): boolean {
  if (!changed && paths.length === 0) return true;
  const path = toRealPath(fileName);
  return (!changed || changed.has(path)) && (paths.length === 0 || paths.some(selected => isInside(path, selected)));
}
