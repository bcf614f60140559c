import { createRequire } from 'node:module';

/*
 * Vitest loads this before each file of tests, many of which run in one process. The parser of typescript-eslint keeps the
 * first project service that it made, with the options of that time, for all files that it ever parses.
 */
const require = createRequire(createRequire(import.meta.url).resolve('typescript-eslint'));
const path = require.resolve('@typescript-eslint/parser');
if (require.cache[path]) (require(path) as { readonly clearCaches: () => void }).clearCaches(); // what it exports for this
