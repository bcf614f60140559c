import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compareBlocking, compareLinters } from '../scripts/compare-linters.js';
import { replacePart } from '../scripts/render-documents.js';
import { root } from './support/paths.js';

test("the README's table is what the linters find", async () => {
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
  expect(readme).toBe(replacePart(readme, 'comparison', await compareLinters()));
});

test("the README's table of blocking calls is what the linters find", async () => {
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
  expect(readme).toBe(replacePart(readme, 'blocking', await compareBlocking()));
});
