import { globSync } from 'tinyglobby';
import { root } from './paths.js';

/** Every small fixture, relative to `fixtures/`, in order. */
export const fixtureFiles: readonly string[] = globSync('*/*/*.{ts,tsx,mts,cts}', {
  cwd: `${root}/fixtures`,
  ignore: ['codemods/**', 'hangs/**', 'libraries/**', 'servers/**', 'threads-*/**'],
}).toSorted();
