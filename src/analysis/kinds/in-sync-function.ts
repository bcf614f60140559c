import type { KindDeclaration } from './kind.js';

export const inSyncFunction: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Floating persistence call in a synchronous function',
  description: 'The promise of a persistence call is dropped in a function that is not async.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} {{laziness}}is not awaited: {{consequence}}. Return its promise, or make the function async.',
  option: 'checkSyncFunctions',
  remedy: 'await',
  find: ({ dropped, place }) => (place.kind === 'sync' && !place.asyncAncestor ? dropped : undefined),
};
