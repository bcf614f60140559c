import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compareBlocking, compareLinters } from '../scripts/compare-linters.js';
import { replacePart } from '../scripts/render-documents.js';
import { root } from './support/paths.js';

test('the table of the comparison is what the linters find', async () => {
  const page = readFileSync(resolve(root, 'docs/comparison.md'), 'utf8');
  expect(page).toBe(replacePart(page, 'comparison', await compareLinters()));
});

test('the table of blocking calls is what the linters find', async () => {
  const page = readFileSync(resolve(root, 'docs/comparison.md'), 'utf8');
  expect(page).toBe(replacePart(page, 'blocking', await compareBlocking()));
});
