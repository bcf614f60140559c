import { resolve } from 'node:path';
import { installIn } from '../support/install-in.js';
import { root } from '../support/paths.js';

/** Installs the drivers and mappers that the programs use. Vitest calls it once, before all tests. */
export default function installDrivers(): void {
  installIn(resolve(root, 'fixtures/servers'));
}
