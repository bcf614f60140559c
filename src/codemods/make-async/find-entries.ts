import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type ts from 'typescript';
import type { ProjectFiles } from '../../project-index/project-files.js';

/**
 * The source files that others get when they import a package: those that its package.json names, found by their name in the
 * sources where it names what is built of them; where it names none that is there, `index` and `src/index`.
 */
export function findEntries(packageFolder: string, files: ProjectFiles): readonly ts.SourceFile[] {
  const named = namedPaths(readManifest(packageFolder)).flatMap(path => findSources(path, packageFolder, files));
  const entries =
    named.length > 0 ? named : ['index', 'src/index'].flatMap(path => findSources(path, packageFolder, files));
  return [...new Set(entries)];
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

function readManifest(folder: string): Readonly<Record<string, Json>> {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, Json>>; // a manifest is an object
  } catch {
    return {};
  }
}

function namedPaths({
  bin,
  exports,
  main,
  module,
  types,
  typings,
}: Readonly<Record<string, Json | undefined>>): readonly string[] {
  return [bin, exports, main, module, types, typings].flatMap(textsIn);
}

function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The sources of a path: its first folders are removed one by one until there are some. */
function findSources(path: string, folder: string, files: ProjectFiles): readonly ts.SourceFile[] {
  const words = path
    .replace(/^\.\//, '')
    .replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '')
    .split('/');
  for (let left = 0; left < words.length; left += 1) {
    const rest = words.slice(left).map(escape).join('/').replaceAll('\\*', '.*');
    const pattern = new RegExp(`^${escape(folder)}/(?:src/)?${rest}(?:/index)?\\.[cm]?[jt]sx?$`);
    const found = files.all().filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && pattern.test(fileName));
    if (found.length > 0) return found;
  }
  return [];
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
