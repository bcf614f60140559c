import { RuleTester } from '@typescript-eslint/rule-tester';
import { resolve } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { noBlockingCalls } from '../../src/rules/no-blocking-calls.js';
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
  return `import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
function touch(path: string) { execSync('touch ' + path); }
export async function create() {
  ${statement}
}
`;
}

function statIn(statement: string): string {
  return `import { statSync, type StatSyncOptions } from 'node:fs';
const { status } = { status: statSync };
export async function measure(options: StatSyncOptions) {
  ${statement}
}
`;
}

typed.run('no-blocking-calls', noBlockingCalls, {
  valid: [
    { name: 'a cheap call', code: inAsync("existsSync('a');") },
    { name: 'a cheap call by another name', code: statIn("status('a');") },
    { name: 'an allowed function of a library', code: inAsync("execSync('ls');"), options: [{ allow: ['execSync'] }] },
    {
      name: 'an allowed function of a package',
      code: inAsync("execSync('ls');"),
      options: [{ allow: [{ from: 'package', package: 'node', name: ['execSync', 'spawnSync'] }] }],
    },
    {
      name: 'an allowed function of the project',
      code: inAsync("touch('a');"),
      options: [{ allow: [{ from: 'file', name: 'touch' }] }],
    },
    { name: 'a function that is not async', code: inAsync("execSync('ls');").replace('async ', '') },
  ],
  invalid: [
    {
      name: 'a blocking call',
      code: inAsync("execSync('ls');"),
      errors: [{ messageId: 'blockingCall', line: 5, column: 3, endColumn: 17, suggestions: null }],
    },
    {
      name: 'a blocking call on the way',
      code: inAsync("touch('a');"),
      errors: [{ messageId: 'blockingThrough', line: 5, suggestions: null }],
    },
    {
      name: 'a cheap call, where these count',
      code: inAsync("existsSync('a');"),
      options: [{ checkCheapCalls: true }],
      errors: [
        {
          messageId: 'blockingCall',
          line: 5,
          suggestions: [
            {
              messageId: 'applyChange',
              data: {
                title:
                  'Await `access` from `node:fs/promises` instead. Suggestion only: other code can run during the `await`.',
              },
              output: inAsync("await access('a').then(() => true, () => false);").replace(
                "{ existsSync } from 'node:fs'",
                "{ access } from 'node:fs/promises'",
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a cheap call with an option that its twin does not have',
      code: statIn(
        "statSync('a', { throwIfNoEntry: false }); statSync('a', options); statSync('a', { 'throwIfNoEntry': false });",
      ),
      options: [{ checkCheapCalls: true }],
      errors: [
        { messageId: 'blockingCall', suggestions: null },
        { messageId: 'blockingCall', suggestions: null },
        { messageId: 'blockingCall', suggestions: null },
      ],
    },
    {
      name: 'a cheap call with an option that its twin has, too',
      code: statIn("statSync('a', { bigint: true });"),
      options: [{ checkCheapCalls: true }],
      errors: [
        {
          messageId: 'blockingCall',
          suggestions: [
            {
              messageId: 'applyChange',
              data: {
                title:
                  'Await `stat` from `node:fs/promises` instead. Suggestion only: other code can run during the `await`.',
              },
              output: statIn("await stat('a', { bigint: true });").replace(
                "'node:fs';",
                "'node:fs';\nimport { stat } from 'node:fs/promises';",
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a cheap call by another name, where these count',
      code: statIn("status('a');"),
      options: [{ checkCheapCalls: true }],
      errors: [{ messageId: 'blockingCall', suggestions: null }],
    },
    {
      name: 'a call of another package than the one that is allowed',
      code: inAsync("execSync('ls');"),
      options: [{ allow: [{ from: 'package', package: 'other', name: 'execSync' }] }],
      errors: [{ messageId: 'blockingCall' }],
    },
  ],
});
