import { findMisread } from './find-misread.js';
import type { KindDeclaration } from './kind.js';

export const tested: KindDeclaration = {
  rule: 'no-unawaited-calls',
  title: 'Persistence promise tested instead of its result',
  description: 'The promise of a persistence call is tested or compared, which says nothing about the result.',
  isLossOfLazy: false,
  message:
    '`{{call}}`{{path}} is tested before it is awaited: a promise is always truthy and never equals its result. Await it first.',
  isLossThoughHandled: true,
  isLossAnywhere: true,
  remedy: 'await',
  find: facts => {
    if (!facts.isOnServer) return undefined;
    return facts.use.kind === 'tested' ? {} : findMisread(facts) === 'tested' ? facts.kept : undefined;
  },
};
