// Lints files with typed rules, or with none, and prints how many messages there were.
// Arguments: the tsconfig, a JSON file with the list of files, and `none`, `unawaited`, `recommended`, `all` or `floating-promises`.
import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import { dirname, parse } from 'node:path';
import tseslint from 'typescript-eslint';
import persistence from '../dist/index.js';

const [project, list, rule] = process.argv.slice(2);
const rules = {
  none: {},
  unawaited: { 'persistence/no-unawaited-calls': 'error' },
  recommended: persistence.configs.recommended.rules,
  all: {
    'persistence/no-unawaited-calls': 'error',
    'persistence/no-fire-and-forget': 'error',
    'persistence/no-blocking-calls': 'error',
  },
  'floating-promises': { '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }] },
};

const eslint = new ESLint({
  cwd: parse(project).root, // files may lie anywhere
  ignore: false,
  allowInlineConfig: false,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts', '**/*.tsx'],
      languageOptions: { parser: tseslint.parser, parserOptions: { project, tsconfigRootDir: dirname(project) } },
      plugins: { persistence, '@typescript-eslint': tseslint.plugin },
      rules: rules[rule],
    },
  ],
});
const results = await eslint.lintFiles(JSON.parse(readFileSync(list, 'utf8')));
const messages = results.flatMap(result => result.messages);
const problem = messages.find(message => message.ruleId === null);
if (problem) throw new Error(problem.message);
console.log(`${results.length} files, ${messages.length} messages`);
