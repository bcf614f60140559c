import type { KindDeclaration } from './kind.js';

export const blockingThrough: KindDeclaration = {
  rule: 'no-blocking-calls',
  title: 'Blocking call through a synchronous function',
  description: 'An async function calls a synchronous one that blocks the event loop.',
  isLossOfLazy: false,
  message:
    '`{{call}}`{{path}} blocks the event loop: every other request waits while it runs. Make it async, and use {{instead}}.',
  remedy: 'unblock',
};
