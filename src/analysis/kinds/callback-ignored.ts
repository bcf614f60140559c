import type { KindDeclaration } from './kind.js';

export const callbackIgnored: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence call in a callback nobody awaits',
  description:
    'An array method, or a function of the project, ignores the promise of the callback that holds the persistence call, or takes it for its result.',
  isLossOfLazy: true,
  message:
    '{{ignoring}} does not wait for its callback, and so not for `{{call}}`{{path}}: {{consequence}}. {{instead}}.',
  isLossAnywhere: true,
  remedy: 'loop',
};
