import type { KindDeclaration } from './kind.js';

export const voidedLazy: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Lazy persistence call dropped by `void`',
  description: 'A lazy query is dropped by `void`, which does not start it.',
  isLossOfLazy: true,
  message: '`{{call}}`{{path}} is lazy, and `void` does not start it: {{consequence}}. Await it.',
  isLossAnywhere: true,
  remedy: 'awaitInsteadOfVoid',
  mayRefine: kind => kind === 'voided',
  refines: ({ origin, suspect: { kind } }) => kind === 'voided' && origin.execution === 'lazy',
};
