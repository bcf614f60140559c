import { resolve } from 'node:path';
import { installIn } from './install-in.js';
import { root } from './paths.js';

/** Installs other compilers, another ESLint, the parsers of components, the linters that docs/comparison.md compares with, what proves workflows, and a database for programs that hang. Vitest calls it once, before all tests. */
export default function installTools(): void {
  for (const name of ['compilers', 'eslint-9', 'parsers', 'peers', 'workflows']) installIn(resolve(root, 'test', name));
  installIn(resolve(root, 'fixtures/hangs'));
}
