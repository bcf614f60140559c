import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import installTools from '../test/support/install-tools.js';
import { compareBlocking, compareLinters } from './compare-linters.js';
import { replacePart } from './render-documents.js';

/** Writes the tables of docs/comparison.md, which say of what this plugin and its peers find. */
installTools();
const page = resolve(import.meta.dirname, '../docs/comparison.md');
const compared = replacePart(readFileSync(page, 'utf8'), 'comparison', await compareLinters());
writeFileSync(page, replacePart(compared, 'blocking', await compareBlocking()));
