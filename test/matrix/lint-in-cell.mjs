// Lints the small fixtures with the tools of one folder, and prints what is found as JSON.
// Arguments: the folder whose node_modules has them; the folder of the built plugin; `classic` or `native`; then the files, from the root.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, plugin, backend, ...files] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');
const require = createRequire(join(folder, 'package.json'));
const load = async path => (await import(pathToFileURL(path).href)).default;
const { ESLint } = require('eslint');
const tseslint = require('typescript-eslint');
const persistence = await load(join(plugin, 'dist/index.js'));
let backendInUse = 'none';

const base = {
  files: ['**/*.ts'],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: root } },
};
const probe = {
  files: ['**/*.ts'],
  plugins: { matrix: { rules: { probe: { create: probeBackend } } } },
  rules: { 'matrix/probe': 'error' },
};
const results = [];
for (const preset of ['recommended', 'strict']) {
  const eslint = new ESLint({
    cwd: root,
    ignore: false,
    overrideConfigFile: true,
    overrideConfig: [base, persistence.configs[preset], probe],
  });
  const meant = files.filter(
    file => readFileSync(join(root, file), 'utf8').startsWith('// preset: strict\n') === (preset === 'strict'),
  );
  results.push(...(await eslint.lintFiles(meant)));
}
if (backendInUse !== backend) throw new Error(`The backend is ${backendInUse}, not ${backend}.`);
const findings = results.flatMap(({ filePath, messages }) =>
  messages.map(message => ({ file: filePath.slice(root.length + 1), ...select(message) })),
);
process.stdout.write(JSON.stringify({ typescript: require('typescript').version, eslint: ESLint.version, findings }));

/** What does not depend on the version of ESLint. */
function select({ column, endColumn, endLine, line, message, messageId, ruleId, suggestions = [] }) {
  return {
    ruleId,
    messageId,
    message,
    line,
    column,
    endLine,
    endColumn,
    suggestions: suggestions.map(({ desc, fix }) => ({ desc, fix })),
  };
}

/** Only the classic checker answers this question; the adapter of the native one refuses. */
function probeBackend({ sourceCode }) {
  const checker = sourceCode.parserServices.program.getTypeChecker();
  try {
    backendInUse = typeof checker.symbolToString === 'function' ? 'classic' : 'native';
  } catch {
    backendInUse = 'native';
  }
  return {};
}
