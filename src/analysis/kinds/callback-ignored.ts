import type { KindDeclaration } from './kind.js';

export const callbackIgnored: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence call in an unawaited callback',
  description:
    'An array method ignores the promise of the callback that contains the persistence call, or takes it for the result.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} runs in an unawaited array callback: {{consequence}}. Use a `for...of` loop, or await the results first.',
  remedy: 'loop',
};
