import { guards } from '../../src/analysis/guards/guards.js';
import { silentGuards } from '../../src/analysis/guards/silent-guards.js';
import type { Mutation } from './mutation.js';

/** Each guard, dropped: whatever it holds back becomes a fix, or is reported. */
export const guardMutations: readonly Mutation[] = [
  ...dropEach(guards, {
    file: 'src/analysis/guards/guards.ts',
    tests: ['test/analysis/fixtures.test.ts', 'test/codemods/hazards.test.ts'],
  }),
  ...dropEach(silentGuards, {
    file: 'src/analysis/guards/silent-guards.ts',
    tests: ['test/analysis/fixtures.test.ts', 'test/analysis/apply-settings.test.ts'],
  }),
];

/** A break for each guard of the list in a file. */
function dropEach(
  list: readonly { readonly id: string }[],
  { file, tests }: Pick<Mutation, 'file' | 'tests'>,
): readonly Mutation[] {
  return list.map(({ id }, index) => {
    const before = list[index - 1]?.id ?? '[';
    const from = before === '[' ? `[${id},` : `${before}, ${id}`;
    return { name: `nothing asks the guard ${id}`, file, from, to: before, tests };
  });
}
