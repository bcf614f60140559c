import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import { UsageError } from './usage-error.js';

/** A workspace of a package manager: its root, and the folders of its packages in the order of their paths. */
export interface PackageWorkspace {
  readonly root: string;
  readonly packages: readonly string[];
}

/**
 * Finds the workspace around a folder and all its packages: what `pnpm-workspace.yaml` lists, or `workspaces` of a
 * package.json, which npm, Yarn and Bun read. Throws a {@link UsageError} where there is none.
 */
export function findWorkspace(start: string): PackageWorkspace {
  for (let folder = start; ; folder = dirname(folder)) {
    const patterns = readPatterns(folder);
    if (patterns) return { root: folder, packages: expand(patterns, folder) };
    if (folder === dirname(folder)) {
      throw new UsageError(
        `${start}: no workspace here or above, neither pnpm-workspace.yaml nor "workspaces" in a package.json. Name the projects with --project.`,
      );
    }
  }
}

function readPatterns(folder: string): readonly string[] | undefined {
  const pnpm = resolve(folder, 'pnpm-workspace.yaml');
  const listed = existsSync(pnpm) ? toStrings(read(pnpm, parse), 'packages') : undefined;
  const manifest = resolve(folder, 'package.json');
  return listed ?? (existsSync(manifest) ? toPatterns(read(manifest, JSON.parse)) : undefined);
}

function read(path: string, parseText: (text: string) => unknown): unknown {
  try {
    return parseText(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(`${path}: cannot be read (${line.replace(/[.:]$/, '')}).`);
  }
}

/** `workspaces` is a list; for Yarn and Bun, it may also be an object that contains one. */
function toPatterns(manifest: unknown): readonly string[] | undefined {
  return toStrings(manifest, 'workspaces') ?? toStrings(valueOf(manifest, 'workspaces'), 'packages');
}

function toStrings(holder: unknown, key: string): readonly string[] | undefined {
  const value = valueOf(holder, key);
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : undefined;
}

function valueOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Readonly<Record<string, unknown>>)[key] : undefined; // an object has keys
}

function expand(patterns: readonly string[], root: string): readonly string[] {
  const manifests = patterns.map(pattern => {
    const isNegated = pattern.startsWith('!');
    const folder = pattern
      .slice(isNegated ? 1 : 0)
      .replace(/^\.\//, '')
      .replace(/\/+$/, '');
    return `${isNegated ? '!' : ''}${folder === '.' ? '' : `${folder}/`}package.json`;
  });
  const found = globSync(manifests, {
    cwd: root,
    absolute: true,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
  });
  return found.map(path => dirname(path)).toSorted();
}
