import { expect, test } from 'vitest';
import { findComponents } from '../../../src/analysis/summaries/find-components.js';
import { createRandom } from '../../support/create-random.js';

test('what leads to each other is one component, which stands behind all that it leads to', () => {
  const edges: Readonly<Record<string, readonly string[]>> = {
    a: ['b', 'e'],
    b: ['c'],
    c: ['d', 'b'],
    d: ['b'],
    e: ['e'],
  };
  expect(findComponents('a', node => edges[node] ?? []).map(component => component.toSorted())).toEqual([
    ['e'],
    ['b', 'c', 'd'],
    ['a'],
  ]);
});

test('a path of any length is no matter of the stack', () => {
  const last = 200_000;
  const components = findComponents(0, node => (node === last ? [] : [node + 1]));
  expect([components.length, components[0], components.at(-1)]).toEqual([last + 1, [last], [0]]);
});

test('on random graphs two nodes share a component when each can be reached from the other', () => {
  const random = createRandom(16);
  for (let round = 0; round < 200; round += 1) {
    const size = 2 + random(9);
    const edges = Array.from({ length: size }, () => Array.from({ length: random(4) }, () => random(size)));
    const leadsTo = (node: number): readonly number[] => edges[node] ?? [];
    const reached = (from: number): ReadonlySet<number> => {
      const found = new Set([from]);
      for (const node of found) for (const next of leadsTo(node)) found.add(next);
      return found;
    };
    const components = findComponents(0, leadsTo);
    expect(components.flat().toSorted((a, b) => a - b)).toEqual([...reached(0)].toSorted((a, b) => a - b));
    for (const [index, component] of components.entries()) {
      for (const node of component) {
        const before = new Set(components.slice(0, index + 1).flat());
        expect([...reached(node)].every(other => before.has(other))).toBe(true);
        expect(component.every(other => reached(other).has(node))).toBe(true);
      }
    }
  }
});
