import type { KindDeclaration } from './kind.js';

export const handledNotAwaited: KindDeclaration = {
  rule: 'no-fire-and-forget',
  title: 'Persistence call handled but not awaited',
  description:
    'The failure of a persistence call is handled, by a rejection handler or in the called function, but the call is not awaited.',
  isLossOfLazy: true,
  message:
    '`{{call}}`{{path}} {{handling}} but is not awaited: {{consequence}}. Await it, or say in a comment why not.',
  option: 'checkHandled',
  remedy: 'await',
  find: ({ fate, isAsync, kept, signal, use }) => {
    if (!isAsync) return undefined;
    if (use.kind === 'handled') return signal === 'none' ? {} : undefined;
    return fate?.awaited === 'never' && fate.isHandled && kept ? { ...kept, failure: 'handled' } : undefined;
  },
  mayRefine: kind => kind !== 'voided',
  refines: ({ isHandled, suspect: { kind, surroundings } }) =>
    isHandled && surroundings.kind === 'async' && !['returnedFromTry', 'serialized', 'tested', 'voided'].includes(kind),
};
