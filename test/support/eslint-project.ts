import { symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { createProject, light, lightConfig } from './create-project.js';
import { root } from './paths.js';

/** The major versions of ESLint that are supported. */
export const eslintVersions = [9, 10] as const;

/** Makes a project whose own ESLint is of some version, with a configuration, a faulty file `src/a.ts` and other files, all of which need no package. Gives the folder. */
export function createESLintProject(
  version: (typeof eslintVersions)[number],
  config: string,
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = createProject({
    'tsconfig.json': JSON.stringify(lightConfig),
    'src/a.ts': light,
    'eslint.config.js': `${imports}${config}`,
    ...files,
  });
  if (version === 9) symlinkSync(resolve(root, 'test/eslint-9/node_modules'), resolve(folder, 'node_modules'));
  return folder;
}

const imports = "import persistence from 'eslint-plugin-persistence';\nimport tseslint from 'typescript-eslint';\n";

/** A part of a configuration that lets ESLint read TypeScript with types. */
export const typed =
  "{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } }";
