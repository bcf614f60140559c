import { expect, test } from 'vitest';
import type { FileAnalysis } from '../../../src/analysis/analyse-file.js';
import { MemoryProject } from '../../support/memory-project.js';

/** A file of classes that implement one interface, and one that drops a call of it. */
interface Classes {
  readonly number: number;
  /** How many of them write. */
  readonly writing: number;
  /** How many of them the project makes objects of. */
  readonly made?: number;
  /** The file that they are declared in. */
  readonly file?: string;
}

function judgeDropped({ file = '/stores.ts', made, number, writing }: Classes): FileAnalysis | undefined {
  const classes = Array.from({ length: number }, (_, index) => {
    const body = index < writing ? 'await rows.save()' : '';
    return `export class Store${index} implements Store { async store(): Promise<void> { ${body} } }`;
  });
  const objects = Array.from({ length: made ?? number }, (_, index) => `new Store${index}()`);
  const texts = new Map([
    [
      '/types.ts',
      'export interface RowRepository { save(): Promise<void> }\nexport interface Store { store(): Promise<void> }\n',
    ],
    [
      file,
      `import type { RowRepository, Store } from './types';\ndeclare const rows: RowRepository;\n${classes.join('\n')}\nexport const made = [${objects.join(', ')}];\n`,
    ],
    [
      '/call.ts',
      "import type { Store } from './types';\nexport async function put(store: Store): Promise<void> {\n  store.store();\n}\n",
    ],
  ]);
  return new MemoryProject(texts).judge(['/call.ts']).get('/call.ts');
}

const remedies = {
  all: { type: 'fix' },
  some: { type: 'suggestion', reason: 'only some of the functions that it may call persist anything: 1 of 50' },
};

test('all of fifty functions that may run make a fix', () => {
  expect(judgeDropped({ number: 50, writing: 50 })?.findings).toMatchObject([{ remedy: remedies.all }]);
});

test('one of fifty makes a suggestion that counts them', () => {
  expect(judgeDropped({ number: 50, writing: 1 })?.findings).toMatchObject([{ remedy: remedies.some }]);
});

test.each([1, 51])('of fifty-one of which %i write nobody can say anything, and they are counted', writing => {
  expect(judgeDropped({ number: 51, writing })).toMatchObject({ findings: [], unknown: { implementation: 1 } });
});

test('classes that the project makes no object of count for none of them', () => {
  expect(judgeDropped({ number: 51, writing: 50, made: 50 })?.findings).toMatchObject([{ remedy: remedies.all }]);
  expect(judgeDropped({ number: 50, writing: 1, made: 1 })?.findings).toMatchObject([{ remedy: remedies.all }]);
});

test('where it makes none at all, all of them count', () => {
  expect(judgeDropped({ number: 50, writing: 1, made: 0 })?.findings).toMatchObject([{ remedy: remedies.some }]);
});

test('a method without any implementation is counted', () => {
  expect(judgeDropped({ number: 0, writing: 0 })).toMatchObject({ findings: [], unknown: { implementation: 1 } });
});

test('functions of which none writes lose nothing, and are known', () => {
  expect(judgeDropped({ number: 50, writing: 0 })).toMatchObject({ findings: [], unknown: { implementation: 0 } });
});
