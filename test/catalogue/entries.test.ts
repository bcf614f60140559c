import { expect, test } from 'vitest';
import { libraries } from '../../src/catalogue/libraries.js';

test('an entry is the same after a way through JSON', () => {
  expect(libraries.length).toBeGreaterThan(100);
  for (const entry of libraries) expect(JSON.parse(JSON.stringify(entry))).toStrictEqual(entry);
});

test('nothing in an entry is empty: what is left out says nothing', () => {
  expect(libraries.flatMap(entry => emptyIn(entry).map(path => `${entry.library}: ${path}`))).toEqual([]);
});

test.each([
  [{ sinks: [] }, ['sinks']],
  [{ operations: { write: [], read: ['get'] } }, ['operations.write']],
  [{ held: {} }, ['held']],
  [{ functions: ['backup'], isOrdered: true }, []],
])('and of %j it is seen', (value, expected) => {
  expect(emptyIn(value)).toEqual(expected);
});

test('a library has one entry', () => {
  expect(doubles(libraries.map(({ library }) => library))).toEqual([]);
});

test('the persistence calls of a package are those of one entry', () => {
  const owned = libraries
    .filter(({ functions, generated, receivers }) => functions ?? generated ?? receivers)
    .flatMap(({ packages }) => packages);
  expect(doubles(owned)).toEqual([]);
});

test('a method does one thing', () => {
  const all = libraries.flatMap(({ library, operations = {} }) =>
    Object.values(operations).flatMap(methods => methods.map(method => `${library} ${method}`)),
  );
  expect(doubles(all)).toEqual([]);
});

function doubles(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at);
}

/** The paths of empty lists and objects. */
function emptyIn(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value);
  return members.length === 0
    ? [path]
    : members.flatMap(([key, member]) => emptyIn(member, path === '' ? key : `${path}.${key}`));
}
