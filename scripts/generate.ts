import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderDocuments } from './render-documents.js';

/** Writes every generated part of the documents. The tests fail where what is written differs from what would be. */
for (const { path, text } of renderDocuments()) {
  const absolute = resolve(import.meta.dirname, '..', path);
  if (!existsSync(absolute) || readFileSync(absolute, 'utf8') !== text) {
    writeFileSync(absolute, text);
    console.log(`${path} written`);
  }
}
