import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { libraries } from '../src/catalogue/libraries.js';

/**
 * Puts all entries into one file of what is built, as text: a file for each costs whoever loads the plugin more than all that is
 * in them. They are data, so nothing is lost.
 */
const folder = resolve(import.meta.dirname, '../dist/catalogue');
const text = JSON.stringify(JSON.stringify(libraries));
writeFileSync(resolve(folder, 'libraries.js'), `export const libraries = JSON.parse(${text});\n`);
rmSync(resolve(folder, 'libraries'), { recursive: true });
