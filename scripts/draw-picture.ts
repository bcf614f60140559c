import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { drawScan } from './draw-scan.js';

/** Writes the README's picture. A test fails where the command prints something else by now. */
writeFileSync(resolve(import.meta.dirname, '../docs/scan.svg'), await drawScan());
