import type { KindDeclaration } from './kind.js';

export const mapped: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Array of persistence promises not awaited',
  description:
    'The array of promises from a `map` over persistence calls is dropped, never read, or awaited as an array.',
  isLossOfLazy: true,
  message: 'The promises of `{{call}}`{{path}} are mapped, not awaited: {{consequence}}. Await them {{instead}}.',
  isLossAnywhere: true,
  remedy: 'awaitMapped',
};
