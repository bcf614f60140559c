import { resolve } from 'node:path';
import { installIn } from '../support/install-in.js';
import { root } from '../support/paths.js';

/** Installs the libraries that the fixtures call. Vitest calls it once, before all tests. */
export default function installLibraries(): void {
  installIn(resolve(root, 'fixtures/libraries'));
}
