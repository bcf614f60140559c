// Lints the files of a tsconfig with one typed rule, or with none, and prints how many messages there were.
// Arguments: the tsconfig, and `none`, `ours` or `floating-promises`.
import { ESLint } from 'eslint';
import { dirname } from 'node:path';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import persistence from '../dist/index.js';

const [project, rule] = process.argv.slice(2);
const rules = {
  none: {},
  ours: { 'persistence/no-unawaited-calls': 'error' },
  'floating-promises': { '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }] },
};

const config = ts.getParsedCommandLineOfConfigFile(project, {}, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
  },
});
const eslint = new ESLint({
  cwd: dirname(project),
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
const results = await eslint.lintFiles(config.fileNames.filter(name => !name.endsWith('.d.ts')));
const messages = results.flatMap(result => result.messages);
const fatal = messages.find(message => message.fatal);
if (fatal) throw new Error(fatal.message);
console.log(`${results.length} files, ${messages.length} messages`);
