import type { KindDeclaration } from './kind.js';

export const blockingThrough: KindDeclaration = {
  rule: 'no-blocking-calls',
  title: 'Blocking call through a synchronous function',
  description: 'An async function calls a synchronous one that keeps the thread to itself.',
  isLossOfLazy: false,
  message:
    '`{{call}}`{{path}} is synchronous: every other request waits while it runs. Make it async, and use {{instead}}.',
  remedy: 'unblock',
};
