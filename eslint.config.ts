import eslintPlugin from 'eslint-plugin-eslint-plugin';
import type { Linter } from 'eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

interface Ban {
  readonly regex: string;
  readonly message: string;
  readonly allowTypeImports?: boolean;
}

/** Forbids imports that would turn the dependencies round; docs/design/architecture.md says which way they point. */
function forbidImports(folder: string, patterns: Ban[]): Linter.Config {
  return {
    files: [`src/${folder}/**`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const compiler: Ban = {
  regex: '^typescript$',
  message: 'Take the compiler as an argument: two of them can be alive in one process.',
  allowTypeImports: true,
};
const host = (names: string): Ban => ({ regex: `^(${names})`, message: 'This folder knows no such host.' });
const folders = (names: string): Ban => ({
  regex: `^(\\.\\./)+(${names})/`,
  message: 'Dependencies point the other way.',
});
const anyHost = host('eslint|@typescript-eslint|ts-morph|node:');

/** What the checker of typescript-eslint's native backend cannot answer; and `in`, since its nodes have the keys of all kinds. */
const notOnNativeBackend = {
  selector:
    'MemberExpression[property.name=/^(?:getRootSymbols|getTypeArgumentsForResolvedSignature|isImplementationOfOverload|signatureToString|symbolToString|typeToString)$/]',
  message: "typescript-eslint's native backend does not answer this, or answers otherwise.",
};
const keyOfOneKind = {
  selector: "BinaryExpression[operator='in'][left.value=/^(?:arguments|expression|tag|template)$/]",
  message: 'Ask a guard of `Syntax`: a node of the native backend has the keys of all kinds.',
};

export default defineConfig(
  globalIgnores(['dist', '.tmp', 'fixtures', 'node_modules']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', 'TSEnumDeclaration', 'TSParameterProperty'],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
  { ...eslintPlugin.configs['all-type-checked'], files: ['src/rules/**'] },
  {
    files: ['src/rules/**'],
    rules: {
      // createRule adds the URL, and typescript-eslint's rule type has no `languages`.
      'eslint-plugin/require-meta-docs-url': 'off',
      'eslint-plugin/require-meta-languages': 'off',
      // All rules report through report-findings.ts, where the plugin does not look.
      'eslint-plugin/require-meta-has-suggestions': 'off',
      'eslint-plugin/require-meta-fixable': 'off',
    },
  },
  {
    files: ['src/analysis/**', 'src/rules/**', 'src/type-facts/**'],
    rules: {
      'no-restricted-syntax': ['error', 'TSEnumDeclaration', 'TSParameterProperty', notOnNativeBackend, keyOfOneKind],
    },
  },
  forbidImports('analysis', [compiler, anyHost, folders('type-facts|rules|codemods|eslint-host|reporters|cli')]),
  forbidImports('catalogue', [
    compiler,
    anyHost,
    folders('analysis|type-facts|rules|codemods|eslint-host|reporters|cli'),
  ]),
  forbidImports('reporters', [compiler, anyHost, folders('type-facts|rules|codemods|eslint-host|cli|catalogue')]),
  forbidImports('type-facts', [compiler, anyHost, folders('rules|codemods|eslint-host|reporters|cli|catalogue')]),
  forbidImports('rules', [host('ts-morph|node:'), folders('codemods|eslint-host|reporters|cli')]),
  forbidImports('codemods', [compiler, host('eslint|@typescript-eslint'), folders('rules|reporters|cli')]),
  forbidImports('eslint-host', [
    compiler,
    host('@typescript-eslint|ts-morph'),
    { ...host('eslint'), allowTypeImports: true },
    folders('type-facts|rules|codemods|reporters|cli|catalogue'),
  ]),
  forbidImports('cli', [
    compiler,
    host('eslint|@typescript-eslint|ts-morph'),
    folders('rules|type-facts|catalogue|eslint-host'),
  ]),
);
