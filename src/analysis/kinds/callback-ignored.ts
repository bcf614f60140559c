import type { KindDeclaration } from './kind.js';

export const callbackIgnored: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence call in an unawaited callback',
  description:
    'An array method or a project function ignores the promise of the callback that contains the persistence call, or takes it for the result.',
  isLossOfLazy: true,
  message: '`{{call}}`{{path}} runs in a callback that {{ignoring}} ignores: {{consequence}}. {{instead}}.',
  isLossAnywhere: true,
  remedy: 'loop',
};
