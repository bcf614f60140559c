import { findSkipped } from '../uses/find-skipped.js';
import { findMisread } from './find-misread.js';
import type { KindDeclaration } from './kind.js';

export const returnedFromTry: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise returned from `try` or under `using`',
  description:
    'The promise of a persistence call is returned without being awaited, past the `catch` or `finally` around it or what `using` disposes of.',
  isLossOfLazy: true,
  message: '`{{call}}`{{path}} is returned without being awaited: {{consequence}}. Use `return await`.',
  remedy: 'awaitReturned',
  find: facts => {
    const { isAsync, kept, unit, use } = facts;
    if (!isAsync) return undefined;
    if (use.kind === 'returned') return findSkipped(use.value, unit).size > 0 ? {} : undefined;
    return findMisread(facts) === 'returnedFromTry' ? kept : undefined;
  },
};
