import { guards } from '../../src/analysis/guards/guards.js';
import type { Mutation } from './mutation.js';

/** Each guard, dropped: whatever it holds back becomes a fix. */
export const guardMutations: readonly Mutation[] = guards.map(({ id }) => ({
  name: `nothing asks the guard ${id}`,
  file: 'src/analysis/guards/guards.ts',
  from: `\n  ${id},`,
  to: '',
  tests: ['test/analysis/fixtures.test.ts', 'test/codemods/hazards.test.ts'],
}));
