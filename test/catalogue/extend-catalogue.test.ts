import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/catalogue/create-catalogue.js';
import { extendCatalogue } from '../../src/catalogue/extend-catalogue.js';
import type { LibraryEntry } from '../../src/catalogue/library-entry.js';

const known: readonly LibraryEntry[] = [
  { library: 'Family', packages: ['core', 'driver'], receivers: ['Client'], sinks: ['Client.print'] },
  { library: 'Language', packages: ['lib'], sinks: ['JSON.stringify'] },
];
const catalogue = createCatalogue(known);

test('nothing further changes nothing', () => {
  expect(extendCatalogue(catalogue, { entries: [] })).toBe(catalogue);
});

test('an entry takes the place of what was known of its packages, and of these alone', () => {
  const own: LibraryEntry = { library: 'Own', packages: ['driver'], receivers: ['Driver'] };
  const { ofPackage, sinks } = extendCatalogue(catalogue, { entries: [own] });
  expect(['core', 'driver'].map(name => ofPackage.get(name)?.library)).toEqual(['Family', 'Own']);
  expect(sinks.get('print')?.map(({ packages }) => [...packages])).toEqual([['core']]);
});

test('an entry that has no package left is gone, with all that it said', () => {
  const own: LibraryEntry = { library: 'Family', packages: ['core', 'driver'], receivers: ['Store'] };
  const { entries, ofName, sinks } = extendCatalogue(catalogue, { entries: [own] });
  expect(entries).toEqual([known[1], own]);
  expect(ofName.get('Family')?.receivers).toEqual(new Set(['Store']));
  expect(sinks.has('print')).toBe(false);
});

test('of two further entries of a package, the last counts', () => {
  const further = ['First', 'Last'].map(library => ({ library, packages: ['core'], receivers: ['Client'] }));
  expect(extendCatalogue(catalogue, { entries: further }).ofPackage.get('core')?.library).toBe('Last');
});

test("of the language's libraries more is known then", () => {
  const { sinks } = extendCatalogue(catalogue, {
    entries: [{ library: 'Own', packages: ['lib'], sinks: ['Console.log'] }],
  });
  expect([...sinks.keys()].toSorted()).toEqual(['log', 'print', 'stringify']);
});
