import { createRequire } from 'node:module';
import { join } from 'node:path';
import type ts from 'typescript';

/** A compiler, and whose it is: the project's own, or the one this package brings along. */
export interface Compiler {
  readonly ts: typeof ts;
  readonly source: 'project' | 'bundled';
}

/**
 * Loads the `typescript` that the project in `folder` uses itself, so that its code means here what it means to its own
 * build. Where there is none, or one without the classic interface (7 has none, and before 5.4 parts are missing), the
 * compiler that ts-morph bundles takes over.
 */
export async function loadCompiler(folder: string): Promise<Compiler> {
  const own = loadOwnCompiler(folder);
  if (own) return { ts: own, source: 'project' };
  const { ts: bundled } = await import('ts-morph');
  return { ts: bundled as unknown as typeof ts, source: 'bundled' }; // ts-morph re-declares the same interface
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
