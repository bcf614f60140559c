import type { KindDeclaration } from './kind.js';

export const awaitedOnSomePaths: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise awaited on some paths only',
  description:
    'The promise of a persistence call is kept in a variable, and on some paths through the function nothing waits for it.',
  isLossOfLazy: false,
  message:
    '`{{call}}`{{path}} is awaited on some paths only: on the others, {{consequence}}. Await it where it is assigned.',
  remedy: 'await',
  find: ({ fate, isAsync, kept }) => (isAsync && fate?.awaited === 'onSomePaths' ? kept : undefined),
};
