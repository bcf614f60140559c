import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from '../../src/index.js';
import type { NoUnawaitedCallsOptions } from '../../src/analysis/rule-options.js';
import { fixturesConfig, root } from './paths.js';

/** How fixtures are linted. */
export interface LintSetup {
  readonly fix: boolean;
  readonly options: Partial<NoUnawaitedCallsOptions>;
}

/** Lints the small fixtures, given relative to `fixtures/`, with this plugin's rule and nothing else. */
export async function lintFixtures(files: readonly string[], { fix, options }: LintSetup): Promise<readonly ESLint.LintResult[]> {
  const eslint = new ESLint({
    cwd: root,
    fix,
    ignore: false,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: {
          parser: tseslint.parser,
          parserOptions: {
            project: [fixturesConfig],
            tsconfigRootDir: root,
            disallowAutomaticSingleRunInference: true, // in CI the parser expects each text once, which holds for the command line but not for `fix`
          },
        },
        plugins: { persistence: plugin },
        rules: { 'persistence/no-unawaited-calls': ['error', options] },
      },
    ],
  });
  return eslint.lintFiles(files.map(file => `fixtures/${file}`));
}
