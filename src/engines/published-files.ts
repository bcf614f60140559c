import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { noteDisk } from '../dependencies.js';
import { packageOfFile } from '../package-of-file.js';
import type { ProjectFiles } from '../project-index/project-files.js';

/** A file in which a package says what its calls are. */
export interface PublishedFile {
  readonly path: string;
  readonly package: string;
  /** What is in it; undefined where it cannot be read as JSON. */
  readonly value: unknown;
}

/** The key of a `package.json` that names the file. */
const key = 'eslint-plugin-persistence';

/**
 * Reads what packages publish of themselves, of those only whose files a project reads. A package is looked at once, so that an editor
 * does not read it anew after every change.
 */
export class PublishedFiles {
  readonly #byFolder = new Map<string, PublishedFile | undefined>();

  of(files: ProjectFiles): readonly PublishedFile[] {
    const folders = new Map<string, string>();
    let last: string | undefined; // files of a package mostly come together
    for (const { fileName } of files.all()) {
      if (last !== undefined && fileName.startsWith(last) && fileName.lastIndexOf('/node_modules/') < last.length)
        continue;
      const name = packageOfFile(fileName);
      if (name === undefined) continue;
      last = `${folderOf(fileName)}/`;
      folders.set(last, name);
    }
    return [...folders].flatMap(([folder, name]) => this.#read(folder, name) ?? []);
  }

  #read(folder: string, name: string): PublishedFile | undefined {
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, readPublished(folder, name));
    return this.#byFolder.get(folder);
  }
}

/** The folder of the package that a file is of. */
function folderOf(fileName: string): string {
  const marker = '/node_modules/';
  const start = fileName.lastIndexOf(marker) + marker.length;
  const [first = '', second = ''] = fileName.slice(start).split('/');
  return fileName.slice(0, start) + (first.startsWith('@') ? `${first}/${second}` : first);
}

function readPublished(folder: string, name: string): PublishedFile | undefined {
  const manifest = readJson(join(folder, 'package.json'));
  const named = isObject(manifest) ? manifest[key] : undefined;
  if (named === undefined) return undefined;
  const path = typeof named === 'string' ? resolve(folder, named) : join(folder, 'package.json');
  return {
    path,
    package: name,
    value: typeof named === 'string' && isInside(path, folder) ? readJson(path) : undefined,
  };
}

/** Whether a file is one of a folder, so that a package cannot have others read. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..';
}

function readJson(path: string): unknown {
  noteDisk('text', path);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // which is said of a file that was named, and means nothing of a folder without a manifest
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
