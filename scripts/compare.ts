import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import installTools from '../test/support/install-tools.js';
import { compareLinters } from './compare-linters.js';
import { replacePart } from './render-documents.js';

/** Writes the README's table of what this plugin and its peers find. */
installTools();
const readme = resolve(import.meta.dirname, '../README.md');
writeFileSync(readme, replacePart(readFileSync(readme, 'utf8'), 'comparison', await compareLinters()));
