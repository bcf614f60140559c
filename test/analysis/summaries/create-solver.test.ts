import { expect, test } from 'vitest';
import { createSolver } from '../../../src/analysis/summaries/create-solver.js';
import { createRandom } from '../../support/create-random.js';

interface Node {
  readonly name: number;
  readonly leadsTo: Node[];
}

function createGraph(random: (below: number) => number): readonly Node[] {
  const nodes: readonly Node[] = Array.from({ length: 1 + random(12) }, (_, name) => ({ name, leadsTo: [] }));
  for (const { leadsTo } of nodes)
    for (let count = random(4); count > 0; count -= 1) leadsTo.push(...nodes.slice(random(nodes.length)).slice(0, 1));
  return nodes;
}

/** The names that each node reaches, itself among them. */
const reaching = () =>
  createSolver<Node, ReadonlySet<number>>({
    dependsOn: ({ leadsTo }) => leadsTo,
    answer: ({ leadsTo, name }, namesOf) => new Set([name, ...leadsTo.flatMap(node => [...namesOf(node)])]),
    assumed: new Set(),
    isSame: (one, other) => one.size === other.size,
  });

/** Whether no node that is reached has the name 0: what is assumed is taken back. */
const avoiding = () =>
  createSolver<Node, boolean>({
    dependsOn: ({ leadsTo }) => leadsTo,
    answer: ({ leadsTo, name }, avoids) => name !== 0 && leadsTo.every(avoids),
    assumed: true,
    isSame: Object.is,
  });

test('answers are those of a plain search, whatever is asked first', () => {
  const random = createRandom(7);
  for (let round = 0; round < 200; round += 1) {
    const nodes = createGraph(random);
    const expected = nodes.map(start => {
      const found = new Set([start]);
      for (const { leadsTo } of found) for (const next of leadsTo) found.add(next);
      return new Set([...found].map(({ name }) => name));
    });
    for (const order of [nodes, nodes.toReversed()]) {
      const [namesOf, avoids] = [reaching(), avoiding()];
      for (const node of order) {
        expect(namesOf(node)).toEqual(expected[node.name]);
        expect(avoids(node)).toBe(expected[node.name]?.has(0) === false);
      }
    }
  }
});

test('a node that depends on no other is answered once, and so is each that only depends on such', () => {
  const asked: number[] = [];
  const nodes: Node[] = [];
  for (let name = 0; name < 50; name += 1)
    nodes.push({ name, leadsTo: nodes.filter(node => Math.floor(node.name / 5) === Math.floor(name / 5) - 1) });
  const solve = createSolver<Node, number>({
    dependsOn: ({ leadsTo }) => leadsTo,
    answer: ({ leadsTo, name }, depthOf) => {
      asked.push(name);
      return 1 + Math.max(0, ...leadsTo.map(depthOf));
    },
    assumed: 0,
    isSame: Object.is,
  });
  expect(nodes.slice(-5).map(solve)).toEqual([10, 10, 10, 10, 10]);
  expect(asked.length).toBe(new Set(asked).size);
  expect(asked.length).toBe(50);
});

test('an answer is told which nodes depend on each other', () => {
  const a: Node = { name: 0, leadsTo: [] };
  const b: Node = { name: 1, leadsTo: [a] };
  const c: Node = { name: 2, leadsTo: [b] };
  a.leadsTo.push(b);
  const solve = createSolver<Node, string>({
    dependsOn: ({ leadsTo }) => leadsTo,
    answer: (_, __, together) =>
      [...together]
        .map(({ name }) => name)
        .toSorted()
        .join(),
    assumed: '',
    isSame: Object.is,
  });
  expect([c, b, a].map(solve)).toEqual(['2', '0,1', '0,1']);
});
