import type { KindDeclaration } from './kind.js';

export const neverAwaited: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise assigned and forgotten',
  description: 'The promise of a persistence call is kept in a variable that is never awaited.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} {{laziness}}is kept in `{{binding}}` but never awaited: {{consequence}}. Await it where it is assigned.',
  remedy: 'await',
  find: ({ dropped, place, use }) => (place.kind !== 'sync' && use.kind === 'assigned' ? dropped : undefined),
};
