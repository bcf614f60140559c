import type ts from 'typescript';
import { expect, test } from 'vitest';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import type { TypeFacts } from '../../src/engines/type-facts.js';
import { unitsOf } from '../support/analyse-fixture.js';

const text = `import { readFileSync } from 'node:fs';
import { threads } from './no-unawaited-calls/floating/repository.js';
export async function work(): Promise<void> {
  threads.save();
  threads.remove();
  const saved = threads.save();
  if (Math.random() > 0.5) return;
  await saved;
  saved.then(console.log);
  readFileSync('a');
  readFileSync('b');
}
`;

test('what is asked about one after the other in a file is prepared before', () => {
  const [unit] = unitsOf({ 'in-memory.ts': text }).units;
  if (!unit) throw new Error('the text is not in the program');
  const { facts, sourceFile } = unit;
  const prepared = new Set<ts.Node>();
  const asked = new Map<string, boolean>();
  const watched: TypeFacts = {
    ...facts,
    prepare(nodes) {
      for (const node of nodes) prepared.add(node);
    },
    calleeOf(call) {
      const code = call.getText(sourceFile);
      asked.set(code, (asked.get(code) ?? true) && prepared.has(call));
      return facts.calleeOf(call);
    },
  };
  const { findings } = analyseFile({ ...unit, facts: watched });
  expect(findings).toEqual(analyseFile(unit).findings);
  expect(Object.fromEntries(asked)).toEqual({
    'threads.save()': true,
    'threads.remove()': true,
    "readFileSync('a')": true,
    "readFileSync('b')": true,
  });
  expect([...prepared].filter(node => node.getText(sourceFile) === 'saved')).toHaveLength(2);
});
