import { RuleTester } from '@typescript-eslint/rule-tester';
import { resolve } from 'node:path';
import { afterAll, describe, it, vi } from 'vitest';
import type * as analysis from '../../src/analysis/analyse-file.js';
import { noBlockingCalls } from '../../src/rules/no-blocking-calls.js';
import { noUnawaitedCalls } from '../../src/rules/no-unawaited-calls.js';
import { root } from '../support/paths.js';

/** The analysis fails on every file that asks for it. */
vi.mock('../../src/analysis/analyse-file.js', async importOriginal => {
  const original = await importOriginal<typeof analysis>();
  const analyseFile: typeof original.analyseFile = (unit, isMeant) => {
    if (unit.sourceFile.text.includes('fail here')) throw new RangeError('Maximum call stack size exceeded\nand more');
    return original.analyseFile(unit, isMeant);
  };
  return { ...original, analyseFile };
});

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

const typed = new RuleTester({
  languageOptions: {
    parserOptions: { projectService: { allowDefaultProject: ['*.ts*'] }, tsconfigRootDir: resolve(root, 'fixtures') },
  },
});

const code = "declare const posts: import('typeorm').Repository<{}>;\nasync function f() { posts.save({}); }";
const failed = {
  messageId: 'analysisFailed',
  data: { error: 'RangeError: Maximum call stack size exceeded' },
  line: 1,
  column: 1,
} as const;

typed.run('no-unawaited-calls', noUnawaitedCalls, {
  valid: [{ name: 'what is awaited', code: code.replace('posts.save', 'await posts.save') }],
  invalid: [
    {
      name: 'a file that cannot be judged, once, with the first line of the error',
      code: `${code} // fail here`,
      errors: [failed],
    },
    {
      name: 'the files after it',
      code,
      errors: [
        {
          messageId: 'floating',
          suggestions: [
            {
              messageId: 'applyChange',
              data: { title: 'Await the call' },
              output: code.replace('posts.save', 'await posts.save'),
            },
          ],
        },
      ],
    },
  ],
});

typed.run('no-blocking-calls', noBlockingCalls, {
  valid: [{ name: 'a file with nothing in it', code }],
  invalid: [{ name: 'a file that cannot be judged', code: 'void 0; // fail here', errors: [failed] }],
});
