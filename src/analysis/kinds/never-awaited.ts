import type { KindDeclaration } from './kind.js';

export const neverAwaited: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise assigned and forgotten',
  description: 'The promise of a persistence call is kept in a variable that nothing waits for.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} {{laziness}}is kept in `{{binding}}`, where nothing waits for it: {{consequence}}. Await it where it is assigned.',
  remedy: 'await',
  find: ({ dropped, place, use }) => (place.kind !== 'sync' && use.kind === 'assigned' ? dropped : undefined),
};
