import persistence from 'eslint-plugin-persistence';
import tseslint from 'typescript-eslint';

export default [
  {
    files: ['src/**/*.js'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './jsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  { ...persistence.configs.recommended, files: ['src/**/*.js'] },
];
