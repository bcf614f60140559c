import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

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
  globalIgnores(['dist', '.tmp', 'examples', 'fixtures', 'node_modules']),
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
    files: ['src/{analysis,codemods,engines,project-index,rules,syntax}/**'],
    rules: {
      'no-restricted-syntax': ['error', 'TSEnumDeclaration', 'TSParameterProperty', notOnNativeBackend, keyOfOneKind],
    },
  },
);
