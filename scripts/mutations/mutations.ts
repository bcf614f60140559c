import { analysisMutations } from './analysis.js';
import { cliMutations } from './cli.js';
import { codemodsMutations } from './codemods.js';
import { connectionMutations } from './connections.js';
import { eslintHostMutations } from './eslint-host.js';
import { executorMutations } from './executor.js';
import { guardMutations } from './guards.js';
import { makeAsyncMutations } from './make-async.js';
import { meaningMutations } from './meaning.js';
import { reportersMutations } from './reporters.js';
import { rulesMutations } from './rules.js';
import { typeFactsMutations } from './engines.js';
import type { Mutation } from './mutation.js';

/** Every guard that the product relies on, broken in turn. */
export const mutations: readonly Mutation[] = [
  ...analysisMutations,
  ...cliMutations,
  ...codemodsMutations,
  ...connectionMutations,
  ...eslintHostMutations,
  ...executorMutations,
  ...guardMutations,
  ...makeAsyncMutations,
  ...meaningMutations,
  ...reportersMutations,
  ...rulesMutations,
  ...typeFactsMutations,
];
