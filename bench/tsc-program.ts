import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Program } from './run-measured.js';

const root = resolve(import.meta.dirname, '..');

/** `tsc --noEmit` of a project from the start, as if nothing of an earlier run were kept, with the compiler that `scan` uses. */
export function tscProgram(project: string): Program {
  const fromScratch = ['composite', 'incremental', 'tsBuildInfoFile'].flatMap(option => [`--${option}`, 'null']);
  return {
    name: 'tsc --noEmit',
    words: [findTsc(project), '--noEmit', ...fromScratch, '-p', project],
    exitCodes: [0, 1, 2],
  };
}

/** The project's own compiler, where it has an interface in JavaScript; ours otherwise. */
function findTsc(project: string): string {
  for (const from of [join(dirname(project), 'package.json'), join(root, 'package.json')]) {
    const path = resolveFrom(from);
    if (path !== undefined) return path;
  }
  throw new Error('No TypeScript before 7 is installed.');
}

function resolveFrom(manifest: string): string | undefined {
  const require = createRequire(manifest);
  try {
    const { version } = require('typescript/package.json') as { readonly version: string }; // every package has one
    return Number.parseInt(version) < 7 ? require.resolve('typescript/bin/tsc') : undefined;
  } catch {
    return undefined;
  }
}
