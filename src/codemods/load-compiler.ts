import { createRequire } from 'node:module';
import { join } from 'node:path';
import type ts from 'typescript';

/** A compiler, and whose it is: the project's own, or the one this package brings along. */
export interface Compiler {
  readonly ts: typeof ts;
  readonly source: 'project' | 'bundled';
  /** The texts of `lib.*.d.ts` by file name, for a compiler that has none on disk beside it. */
  readonly libraries: ReadonlyMap<string, string> | undefined;
}

/** Where the bundled compiler is told that its libraries are. */
export const inMemoryLibraryFolder = '/node_modules/typescript/lib';

/**
 * Loads the `typescript` that the project in `folder` uses itself, so that its code means here what it means to its own
 * build. Where there is none, or one without the classic interface (7 has none, and before 5.4 parts are missing), the
 * compiler that ts-morph bundles takes over.
 */
export async function loadCompiler(folder: string): Promise<Compiler> {
  const own = loadOwnCompiler(folder);
  if (own) return { ts: own, source: 'project', libraries: undefined };
  const { getLibFiles, ts: bundled } = await import('@ts-morph/common');
  const libraries = new Map(getLibFiles().map(({ fileName, text }) => [`${inMemoryLibraryFolder}/${fileName}`, text]));
  return { ts: bundled as unknown as typeof ts, source: 'bundled', libraries }; // ts-morph re-declares the same interface
}

function loadOwnCompiler(folder: string): typeof ts | undefined {
  const require = createRequire(join(folder, 'package.json'));
  try {
    const loaded = require('typescript') as Partial<typeof ts>; // may be any version
    return isClassic(loaded) ? loaded : undefined;
  } catch {
    return undefined;
  }
}

function isClassic(loaded: Partial<typeof ts>): loaded is typeof ts {
  const [major = 0, minor = 0] = (loaded.versionMajorMinor ?? '').split('.').map(Number);
  return typeof loaded.createProgram === 'function' && (major > 5 || (major === 5 && minor >= 4));
}
