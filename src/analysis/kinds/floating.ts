import type { KindDeclaration } from './kind.js';

export const floating: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Floating persistence call',
  description: 'The promise of a persistence call is dropped where it is made.',
  isLossOfLazy: true,
  message: '`{{call}}`{{path}} {{laziness}}is not awaited: {{consequence}}. Await it, or return its promise.',
  remedy: 'await',
  find: ({ dropped, place, use }) => (place.kind !== 'sync' && use.kind !== 'assigned' ? dropped : undefined),
};
