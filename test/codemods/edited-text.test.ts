import { expect, test } from 'vitest';
import type { Edit } from '../../src/analysis/finding.js';
import { EditedText, type OwnedEdit, toOriginalOffset, toOriginalRange } from '../../src/codemods/edited-text.js';
import type { Repair } from '../../src/codemods/repair.js';
import { createRandom, type Random } from '../support/create-random.js';

const [a, b, c] = [createRepair(), createRepair(), createRepair()];

test('the edits of a repair can be left out, those of others stay', () => {
  const { render, text } = createText('one(); two(); three();');
  text.apply([own(a, 0, 0, 'await '), own(b, 7, 7, 'await ')]);
  expect(render()).toBe('await one(); await two(); three();');
  text.apply([own(c, 26, 31, '3')]);
  expect(render()).toBe('await one(); await two(); 3();');
  expect(render(a)).toBe('one(); await two(); 3();');
  expect(render(b)).toBe('await one(); two(); 3();');
  expect(render(a, b)).toBe('one(); two(); 3();');
  expect(render(a, b, c)).toBe('one(); two(); three();');
});

test('what changes an inserted text goes with it', () => {
  const { render, text } = createText('list.forEach(save);');
  text.apply([own(a, 0, 18, 'for (const item of list) save(item)')]);
  text.apply([own(b, 25, 25, 'await ')]);
  expect(render()).toBe('for (const item of list) await save(item);');
  expect(render(b)).toBe('for (const item of list) save(item);');
  expect(render(a)).toBe('list.forEach(save);');
});

test('what several repairs want stays until none of them does', () => {
  const { render, text } = createText('save();');
  text.apply([{ edit: { start: 0, end: 0, text: "import 'x';\n" }, owners: [a, b], holds: 'withOne' }]);
  expect(render(a)).toBe("import 'x';\nsave();");
  expect(render(a, b)).toBe('save();');
});

test('what holds with all goes with the first of them', () => {
  const { render, text } = createText("import 'x';\nsave();");
  text.apply([{ edit: { start: 0, end: 12, text: '' }, owners: [a, b], holds: 'withAll' }]);
  expect(render()).toBe('save();');
  expect(render(b)).toBe("import 'x';\nsave();");
  expect(text.repairs.size).toBe(0);
});

test('what is put in where something goes stays', () => {
  const { render, text } = createText("import 'x';\nsave();");
  text.apply([
    own(a, 0, 0, "import 'y';\n"),
    { edit: { start: 0, end: 12, text: '' }, owners: [a, b], holds: 'withAll' },
  ]);
  expect(render()).toBe("import 'y';\nsave();");
  expect(render(b)).toBe("import 'x';\nimport 'y';\nsave();");
});

test('every place is found in the original', () => {
  const { render, text } = createText('return a.b();');
  text.apply([own(a, 7, 7, '(await '), own(a, 12, 12, ').c')]);
  expect(render()).toBe('return (await a.b()).c;');
  const edits = text.toEdits();
  expect([0, 6, 7, 13, 14, 18, 19, 22, 23].map(offset => toOriginalOffset(offset, edits))).toEqual([
    0, 6, 7, 7, 7, 11, 12, 12, 13,
  ]);
  expect(toOriginalRange({ start: 14, end: 19 }, edits)).toEqual({ start: 7, end: 12 });
  expect(toOriginalRange({ start: 7, end: 22 }, edits)).toEqual({ start: 7, end: 13 });
});

test('any rounds of edits give the text that applying them one by one gives', () => {
  const random = createRandom(7);
  for (let run = 0; run < 300; run += 1) {
    const original = 'abcdefghijklmnopqrstuvwxyz'.slice(0, 1 + random(26));
    const text = new EditedText(original);
    let expected = original;
    for (let round = 0; round < 4; round += 1) {
      const edits = pickEdits(expected, random);
      text.apply(edits.map(edit => ({ edit, owners: [createRepair()], holds: 'withOne' as const })));
      expected = applyAll(expected, edits);
      expect(applyAll(original, text.toEdits())).toBe(expected);
    }
    expect(text.toEdits(text.repairs)).toEqual([]);
  }
});

/** A text, and how it reads without some repairs. */
function createText(original: string): {
  readonly text: EditedText;
  readonly render: (...without: readonly Repair[]) => string;
} {
  const text = new EditedText(original);
  return { text, render: (...without) => applyAll(original, text.toEdits(new Set(without))) };
}

function createRepair(): Repair {
  return { edits: new Map(), reach: 'body' };
}

function own(repair: Repair, start: number, end: number, text: string): OwnedEdit {
  return { edit: { start, end, text }, owners: [repair], holds: 'withOne' };
}

function applyAll(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((x, y) => y.start - x.start)
    .reduce((current, edit) => current.slice(0, edit.start) + edit.text + current.slice(edit.end), text);
}

/** Up to three edits of a text that touch each other nowhere. */
function pickEdits(text: string, random: Random): readonly Edit[] {
  const edits: Edit[] = [];
  let at = random(4);
  while (edits.length < 3 && at <= text.length) {
    const end = Math.min(text.length, at + random(3));
    edits.push({ start: at, end, text: ['', 'X', 'YZ'][random(3)] ?? '' });
    at = end + 1 + random(5);
  }
  return edits;
}
