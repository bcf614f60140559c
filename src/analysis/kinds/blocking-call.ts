import type { KindDeclaration } from './kind.js';

export const blockingCall: KindDeclaration = {
  rule: 'no-blocking-calls',
  title: 'Blocking call in an async function',
  description:
    'A synchronous call of a database, the file system or the like blocks the event loop inside an async function.',
  isLossOfLazy: false,
  message: '`{{call}}` blocks the event loop: every other request waits while it runs. Use {{instead}}.',
  remedy: 'unblock',
};
