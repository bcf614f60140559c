import { RuleTester } from '@typescript-eslint/rule-tester';
import { resolve } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { noFireAndForget } from '../../src/rules/no-fire-and-forget.js';
import { root } from '../support/paths.js';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

const typed = new RuleTester({
  languageOptions: {
    parserOptions: { projectService: { allowDefaultProject: ['*.ts*'] }, tsconfigRootDir: resolve(root, 'fixtures') },
  },
});

function inAsync(statement: string): string {
  return `import type { Container } from '@azure/cosmos';
declare const container: Container;
export async function create() {
  ${statement}
}
`;
}

typed.run('no-fire-and-forget', noFireAndForget, {
  valid: [
    { name: 'an awaited call', code: inAsync('await container.items.create({}).catch(console.error);') },
    { name: 'a call with a reason', code: inAsync('void container.items.create({}); // fire-and-forget: a hint only') },
    { name: 'a call that is merely lost, which is of another rule', code: inAsync('container.items.create({});') },
    {
      name: '`void`, where it does not count',
      code: inAsync('void container.items.create({});'),
      options: [{ checkVoid: false }],
    },
    {
      name: 'a handler, where it does not count',
      code: inAsync('container.items.create({}).catch(console.error);'),
      options: [{ checkHandled: false }],
    },
    {
      name: 'another comment, where the settings say so',
      code: inAsync('void container.items.create({}); // background'),
      settings: { persistence: { reasonComment: 'background' } },
    },
  ],
  invalid: [
    {
      name: '`void`',
      code: inAsync('void container.items.create({});'),
      errors: [
        {
          messageId: 'voided',
          line: 4,
          suggestions: [
            {
              messageId: 'applyChange',
              data: {
                title: 'Await the call instead of dropping it. Suggestion only: it was left unawaited intentionally.',
              },
              output: inAsync('await container.items.create({});'),
            },
          ],
        },
      ],
    },
    {
      name: 'a handler',
      code: inAsync('container.items.create({}).catch(console.error);'),
      errors: [
        {
          messageId: 'handledNotAwaited',
          line: 4,
          suggestions: [
            {
              messageId: 'applyChange',
              data: { title: 'Await the call. Suggestion only: it was left unawaited intentionally.' },
              output: inAsync('await container.items.create({}).catch(console.error);'),
            },
          ],
        },
      ],
    },
    {
      name: 'a comment without a reason',
      code: inAsync('void container.items.create({}); // fire-and-forget:'),
      errors: [
        {
          messageId: 'voided',
          suggestions: [
            {
              messageId: 'applyChange',
              data: {
                title: 'Await the call instead of dropping it. Suggestion only: it was left unawaited intentionally.',
              },
              output: inAsync('await container.items.create({}); // fire-and-forget:'),
            },
          ],
        },
      ],
    },
  ],
});
