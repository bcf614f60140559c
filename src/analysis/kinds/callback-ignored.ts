import type { KindDeclaration } from './kind.js';

export const callbackIgnored: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence call in a callback nobody awaits',
  description:
    'An array method ignores the promise of the callback that holds the persistence call, or takes it for its result.',
  isLossOfLazy: true,
  message:
    'The array method does not wait for its callback, and so not for `{{call}}`{{path}}: {{consequence}}. Use a `for...of` loop, or await the results first.',
  remedy: 'loop',
};
