import { expect, test } from 'vitest';
import type { Edit } from '../../src/analysis/finding.js';
import { chooseRepairs } from '../../src/codemods/choose-repairs.js';
import type { Repair } from '../../src/codemods/repair.js';

const insert = (start: number, text = 'async '): Edit => ({ start, end: start, text });
const signature = (...edits: readonly Edit[]): Repair => ({ edits: new Map([['a.ts', edits]]), reach: 'signature' });
const body = (...edits: readonly Edit[]): Repair => ({ edits: new Map([['a.ts', edits]]), reach: 'body' });

test('repairs that touch nowhere are taken together', () => {
  const repairs = [body(insert(1)), body(insert(5)), signature(insert(9))];
  expect(chooseRepairs(repairs)).toEqual(repairs);
});

test('signatures share an edit that is the same in both', () => {
  const repairs = [signature(insert(1), insert(9)), signature(insert(5), insert(9))];
  expect(chooseRepairs(repairs)).toEqual(repairs);
});

test.each([
  ['signatures that touch and differ', signature(insert(1), insert(9)), signature(insert(9, 'await '))],
  ['a signature and a body', signature(insert(9)), body(insert(9))],
  ['bodies', body(insert(9)), body(insert(9))],
])('of %s one waits', (_, first, second) => {
  expect(chooseRepairs([first, second])).toEqual([first]);
});
