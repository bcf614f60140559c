import type { KindDeclaration } from './kind.js';

export const voided: KindDeclaration = {
  rule: 'no-fire-and-forget',
  title: 'Persistence call detached by `void`',
  description: 'The promise of a persistence call is dropped by `void`.',
  isLossOfLazy: false,
  message: '`{{call}}`{{path}} is detached by `void`: {{consequence}}. Await it, or say in a comment why not.',
  isLossThoughHandled: true,
  option: 'checkVoid',
  remedy: 'awaitInsteadOfVoid',
  find: ({ isAsync, use }) => (isAsync && use.kind === 'voided' ? {} : undefined),
};
