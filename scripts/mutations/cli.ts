import type { Mutation } from './mutation.js';

/** Breaks of the command line. */
export const cliMutations: readonly Mutation[] = [
  {
    name: 'findings exit with 0',
    file: 'src/cli/exit-code.ts',
    from: 'return left.length > maxFindings ? 1 : 0;',
    to: 'return left.length > maxFindings ? 0 : 0;',
    tests: ['test/cli/flags.test.ts'],
  },
  {
    name: 'files that are not committed are overwritten',
    file: 'src/cli/assert-clean-repository.ts',
    from: 'if (changed.length > 0) throw',
    to: 'if (changed.length > 99) throw',
    tests: ['test/cli/repositories.test.ts'],
  },
  {
    name: 'a folder without a repository is written to',
    file: 'src/cli/assert-clean-repository.ts',
    from: 'if (!inside.ok && !allowNoVcs)',
    to: 'if (!inside.ok && allowNoVcs)',
    tests: ['test/cli/repositories.test.ts'],
  },
  {
    name: 'files are written although the report cannot be',
    file: 'src/cli/run-fix.ts',
    from: "  assertCanBeWritten(flags.output, 'report', terminal.cwd);\n",
    to: '',
    tests: ['test/cli/flags.test.ts'],
  },
];
