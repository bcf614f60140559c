import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { noteDisk } from '../dependencies.js';
import { findWorkspace } from './find-workspace.js';
import { isThere } from './is-there.js';
import { UsageError } from './usage-error.js';

/** The selected projects. Paths are relative to `cwd`. */
export interface ProjectSelection {
  readonly cwd: string;
  /** Files and folders to judge; all files of the projects where there are none. */
  readonly paths: readonly string[];
  /** tsconfig files, folders that contain one, or globs of either; if there are none, the nearest tsconfig of each path. */
  readonly projects: readonly string[];
  /** Whether every package of the workspace is a project. */
  readonly workspaces: boolean;
}

/** The selected tsconfigs, each once, in the order of the selection. Throws a {@link UsageError} for a missing one. */
export function findConfigPaths({ cwd, paths, projects, workspaces }: ProjectSelection): readonly string[] {
  for (const path of paths) assertExists(resolve(cwd, path));
  const named = [
    ...projects.flatMap(project => toConfigPaths(project, cwd)),
    ...(workspaces ? configsOfWorkspace(cwd) : []),
  ];
  if (projects.length > 0 || workspaces) return [...new Set(named)];
  const starts = paths.length > 0 ? paths.map(path => resolve(cwd, path)) : [cwd];
  return [...new Set(starts.map(findNearestConfig))];
}

function toConfigPaths(project: string, cwd: string): readonly string[] {
  const path = resolve(cwd, project);
  if (existsSync(path) || !isDynamicPattern(project)) return [toConfigPath(path)];
  const found = globSync(project, {
    cwd,
    absolute: true,
    onlyFiles: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  const configs = found
    .map(one => one.replace(/\/$/, ''))
    .toSorted()
    .flatMap(one => (isFolder(one) ? configsIn(one) : [one]));
  if (configs.length === 0) throw new UsageError(`${path}: no tsconfig matches this.`);
  return configs;
}

/** The tsconfig of a path: the file itself, or the one in the folder. */
export function toConfigPath(path: string): string {
  assertExists(path);
  if (!isFolder(path)) return path;
  const [inside] = configsIn(path);
  if (inside !== undefined) return inside;
  throw new UsageError(`${path}: this folder has no tsconfig.json. Name the file with --project.`);
}

function assertExists(path: string): void {
  if (!isThere(path)) throw new UsageError(`${path}: no such file or folder.`);
}

/** A folder's tsconfig.json; in a project of JavaScript alone, its jsconfig.json. */
function configsIn(folder: string): readonly string[] {
  return ['tsconfig.json', 'jsconfig.json']
    .map(name => resolve(folder, name))
    .filter(path => {
      noteDisk('kind', path);
      return existsSync(path);
    })
    .slice(0, 1);
}

/** A file is not a folder, and neither is an inaccessible path. */
function isFolder(path: string): boolean {
  noteDisk('kind', path);
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Packages without a tsconfig have no TypeScript of their own. */
function configsOfWorkspace(cwd: string): readonly string[] {
  const { packages, root } = findWorkspace(cwd);
  const configs = packages.flatMap(configsIn);
  if (configs.length === 0)
    throw new UsageError(
      `${root}: no package of this workspace has a tsconfig.json. Name the projects with --project.`,
    );
  return configs;
}

function findNearestConfig(start: string): string {
  for (let folder = isFolder(start) ? start : dirname(start); ; folder = dirname(folder)) {
    const [inside] = configsIn(folder);
    if (inside !== undefined) return inside;
    if (folder === dirname(folder)) {
      throw new UsageError(
        `${start}: no tsconfig.json or jsconfig.json here or above. Name one with --project, use --workspaces, or let init write one for JavaScript.`,
      );
    }
  }
}
