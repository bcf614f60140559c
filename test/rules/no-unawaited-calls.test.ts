import { RuleTester } from '@typescript-eslint/rule-tester';
import { resolve } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { noUnawaitedCalls } from '../../src/rules/no-unawaited-calls.js';
import { root } from '../support/paths.js';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

const typed = new RuleTester({
  languageOptions: {
    parserOptions: { projectService: { allowDefaultProject: ['*.ts*'] }, tsconfigRootDir: resolve(root, 'fixtures') },
  },
});

const head = `
  import type { Container } from '@azure/cosmos';
  declare const container: Container;
`;
const lost = `${head} async function create() { container.items.create({}); }`;
const awaited = `${head} async function create() { await container.items.create({}); }`;
const inConstructor = `${head} class Eager { constructor() { container.items.create({}); } }`;
const read = `${head} async function load() { container.item('1').read(); }`;
const start = head.length + ' async function create() { '.length;

typed.run('no-unawaited-calls', noUnawaitedCalls, {
  valid: [
    { name: 'an awaited call', code: awaited },
    { name: 'an ignored kind', code: lost, options: [{ ignoreKinds: ['floating'] }] },
    { name: 'a read, where reads do not count', code: read, options: [{ checkReads: false }] },
    { name: 'an allowed call', code: lost, settings: { persistence: { allow: ['Items.create'] } } },
    {
      name: 'a JavaScript file without type information',
      code: 'async function create() { repo.save(); }',
      filename: 'plain.js',
      languageOptions: { parserOptions: { projectService: false } },
    },
  ],
  invalid: [
    {
      name: 'a floating call, with the await as a suggestion',
      code: lost,
      errors: [
        {
          messageId: 'floating',
          data: {
            call: 'container.items.create()',
            path: '',
            laziness: '',
            consequence: '`create` returns before the write completes, and its failure goes unhandled',
          },
          line: 4,
          column: start - head.lastIndexOf('\n'),
          suggestions: [{ messageId: 'applyChange', data: { title: 'Await the call' }, output: awaited }],
        },
      ],
    },
    {
      name: 'the same edit as a fix, where that is asked for',
      code: lost,
      options: [{ autofix: true }],
      output: awaited,
      errors: [{ messageId: 'floating', suggestions: [] }],
    },
    {
      name: 'no edit where nothing can wait',
      code: inConstructor,
      options: [{ autofix: true }],
      output: null,
      errors: [{ messageId: 'floating', suggestions: [] }],
    },
    {
      name: 'a suggestion stays one under autofix',
      code: `${head} async function go() { Promise.race([container.items.create({})]); }`,
      options: [{ autofix: true }],
      output: null,
      errors: [
        {
          messageId: 'floating',
          suggestions: [
            {
              messageId: 'applyChange',
              data: {
                title:
                  'Await the call. Suggestion only: the calls race, and the loser may be left behind intentionally.',
              },
              output: `${head} async function go() { await Promise.race([container.items.create({})]); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'TypeScript without type information is said once',
      code: `${lost} ${lost.slice(head.length).replace('create()', 'again()')}`,
      languageOptions: { parserOptions: { projectService: false } },
      errors: [{ messageId: 'noTypeInformation', line: 1, column: 1 }],
    },
    {
      name: 'settings with an unknown key are named',
      code: awaited,
      settings: { persistence: { repository: [] } },
      errors: [
        {
          messageId: 'invalidSettings',
          data: {
            problem:
              'settings.persistence.repository is unknown. The keys are repositoryNames, repositories, packages, allow, promiseConsumers, sinks, libraries, conventions, follow, reasonComment.',
          },
          line: 1,
          column: 1,
        },
      ],
    },
  ],
});
