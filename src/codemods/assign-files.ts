import { realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { noteDisk } from '../dependencies.js';
import { createPackageFinder } from '../find-package.js';
import type { Project } from './load-projects.js';

/** Says which project a file is judged in, so that each is judged once, however many include it. */
export interface Assignment {
  /** Whether a file of a project's program is judged in that project. */
  isOwn(fileName: string, project: Project): boolean;
  /** The other projects that list one of the files, which have to compile there as well, by the same names. */
  othersWith(fileNames: readonly string[], project: Project): readonly Project[];
}

/**
 * Assigns each file that a tsconfig lists to the first that does, by its real path. Any other file of a program, which is
 * there because something imports it, belongs to the project if it is part of the same package: a tsconfig often stands
 * deeper than what it covers, and often lists a single entry point.
 */
export function assignFiles(projects: readonly Project[]): Assignment {
  const listing = new Map<string, Project[]>();
  for (const project of projects) {
    for (const fileName of [...project.config.fileNames, ...project.components]) {
      const path = toRealPath(fileName);
      const known = listing.get(path);
      if (known) known.push(project);
      else listing.set(path, [project]);
    }
  }
  const packageOf = createPackageFinder();

  return {
    isOwn(fileName, project) {
      const path = toRealPath(fileName);
      const [owner] = listing.get(path) ?? [];
      return owner ? owner === project : isOfPackage(path, dirname(project.configPath));
    },
    othersWith(fileNames, project) {
      const namesByPath = new Map(fileNames.map(fileName => [toRealPath(fileName), fileName]));
      const others = new Set([...namesByPath.keys()].flatMap(path => listing.get(path) ?? []));
      others.delete(project);
      return [...others].map(other => rename(other, namesByPath));
    },
  };

  /** Whether a file is of the package that a tsconfig's folder is in; without one, whether it is in that folder. */
  function isOfPackage(path: string, configFolder: string): boolean {
    const folder = packageOf(configFolder);
    return folder === undefined ? isInside(path, configFolder) : packageOf(dirname(path)) === folder;
  }
}

/** A project that calls files by the given names, which are those of their real paths. */
function rename(project: Project, namesByPath: ReadonlyMap<string, string>): Project {
  const { config } = project;
  return {
    ...project,
    config: {
      ...config,
      fileNames: config.fileNames.map(fileName => namesByPath.get(toRealPath(fileName)) ?? fileName),
    },
  };
}

/** The path behind all symbolic links; the path itself for a file that a tsconfig lists and that is not there. */
export function toRealPath(fileName: string): string {
  noteDisk('realPath', fileName);
  try {
    return realpathSync.native(fileName);
  } catch {
    return fileName;
  }
}

/** Whether a path is `folder` itself or below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
