import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { createProject, light, lightConfig } from '../support/create-project.js';
import { root } from '../support/paths.js';

const load = createRequire(resolve(root, 'test/parsers/package.json'));

const components = [
  ['vue', 'vue-eslint-parser', `<script lang="ts">\n${light}</script>\n<template><p>{{ 1 }}</p></template>\n`],
  ['svelte', 'svelte-eslint-parser', `<script lang="ts">\n${light}</script>\n<p>{1}</p>\n`],
  ['astro', 'astro-eslint-parser', `---\n${light}---\n<p>{1}</p>\n`],
] as const;

describe.each(components)('a component of %s', (extension, parser, text) => {
  test.each([
    ['with', { project: true }],
    ['without', {}],
  ])('is read by its parser, %s type information, and nothing is said of it', async (_, options) => {
    const [component] = await lint(options);
    expect(component).toEqual([]);
  });

  test('keeps nothing from the files beside it', async () => {
    const [, beside = []] = await lint({ project: true });
    expect(beside.map(({ line, messageId }) => [line, messageId])).toEqual([[4, 'floating']]);
  });

  /** Gives what is said of the component, and of a file beside it. */
  async function lint(options: Linter.ParserOptions): Promise<readonly (readonly Linter.LintMessage[])[]> {
    const cwd = createProject({
      'tsconfig.json': JSON.stringify({ ...lightConfig, include: ['src/**/*'] }),
      'src/a.ts': light,
      [`src/App.${extension}`]: text,
    });
    const parserOptions = { extraFileExtensions: [`.${extension}`], tsconfigRootDir: cwd, ...options };
    const eslint = new ESLint({
      cwd,
      overrideConfigFile: true,
      overrideConfig: [
        { ...plugin.configs.strict, files: ['**/*.ts', `**/*.${extension}`] },
        { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions } },
        {
          files: [`**/*.${extension}`],
          languageOptions: {
            parser: load(parser) as Linter.Parser,
            parserOptions: { parser: tseslint.parser, ...parserOptions },
          },
        },
      ],
    });
    return (await eslint.lintFiles([`src/App.${extension}`, 'src/a.ts'])).map(({ messages }) => messages);
  }
});
