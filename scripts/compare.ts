import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import installTools from '../test/support/install-tools.js';
import { compareBlocking, compareLinters } from './compare-linters.js';
import { replacePart } from './render-documents.js';

/** Writes the README's tables of what this plugin and its peers find. */
installTools();
const readme = resolve(import.meta.dirname, '../README.md');
const compared = replacePart(readFileSync(readme, 'utf8'), 'comparison', await compareLinters());
writeFileSync(readme, replacePart(compared, 'blocking', await compareBlocking()));
