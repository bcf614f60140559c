import { dirname, relative, sep } from 'node:path';
import { isInside } from './assign-files.js';
import type { Project } from './load-projects.js';

/** The folder that report paths are relative to: the working directory if it contains all projects, else the nearest folder that does. */
export function findReportRoot(cwd: string, projects: readonly Project[]): string {
  let root = cwd;
  while (!projects.every(({ configPath }) => isInside(configPath, root))) root = dirname(root);
  return root;
}

/** A file's path in a report: relative to its root, with forward slashes. */
export function toReportPath(fileName: string, root: string): string {
  return relative(root, fileName).split(sep).join('/');
}
