import type { KindDeclaration } from './kind.js';

export const awaitedOnSomePaths: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise awaited only on some paths',
  description:
    'The promise of a persistence call is kept in a variable, and some paths through the function do not await it.',
  isLossOfLazy: false,
  message:
    '`{{call}}`{{path}} is awaited only on some paths: elsewhere, {{consequence}}. Await it where it is assigned.',
  remedy: 'await',
  find: ({ fate, isAsync, kept }) => (isAsync && fate?.awaited === 'onSomePaths' ? kept : undefined),
};
