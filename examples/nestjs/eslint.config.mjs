import persistence from 'eslint-plugin-persistence';
import tseslint from 'typescript-eslint';

// As `nest new` writes it, with the plugin added at the end.
export default tseslint.config(
  { ignores: ['eslint.config.mjs', 'dist'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      sourceType: 'commonjs',
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  persistence.configs.recommended,
);
