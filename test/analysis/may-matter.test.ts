import { expect, test } from 'vitest';
import { analyseText } from '../support/analyse-fixture.js';

test.each([
  ['a library', 'arangojs', 2],
  ['anything else, which may hand on a library but not what arrays have as well', 'not-installed', 1],
])('where an import is not found of %s, its calls are counted as unknown', (_, module, expected) => {
  const { unknown } = analyseText(
    `import { found } from '${module}';
    export async function show(): Promise<void> {
      found.createCollection('threads');
      found.forEach(String);
      found.neverHeardOf();
    }`,
    'recommended',
  );
  expect(unknown).toEqual({ any: 0, unresolvedImport: expected, implementation: 0 });
});
