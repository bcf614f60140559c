import { guards } from '../../src/analysis/guards/guards.js';
import type { Mutation } from './mutation.js';

/** Each guard, dropped: whatever it holds back becomes a fix. */
export const guardMutations: readonly Mutation[] = guards.map(({ id }, index) => {
  const before = guards[index - 1]?.id ?? '[';
  return {
    name: `nothing asks the guard ${id}`,
    file: 'src/analysis/guards/guards.ts',
    from: before === '[' ? `[${id},` : `${before}, ${id}`,
    to: before,
    tests: ['test/analysis/fixtures.test.ts', 'test/codemods/hazards.test.ts'],
  };
});
