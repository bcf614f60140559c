import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from '../../src/index.js';
import { presets, type PresetName, type RuleOptions } from '../../src/analysis/configuration/rule-options.js';
import { fixturesConfig, root } from './paths.js';

/** How fixtures are linted. */
export interface LintSetup {
  readonly fix: boolean;
  readonly preset: PresetName;
  /** Options of `no-unawaited-calls` on top of the preset's. */
  readonly options: Partial<RuleOptions['no-unawaited-calls']>;
}

/** Lints the small fixtures, given relative to `fixtures/`, with a preset of this plugin and nothing else. */
export async function lintFixtures(
  files: readonly string[],
  { fix, options, preset }: LintSetup,
): Promise<readonly ESLint.LintResult[]> {
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
      },
      plugin.configs[preset],
      {
        files: ['**/*.ts'],
        rules: {
          'persistence/no-unawaited-calls': ['error', { ...presets[preset]['no-unawaited-calls'], ...options }],
        },
      },
    ],
  });
  return eslint.lintFiles(files.map(file => `fixtures/${file}`));
}
