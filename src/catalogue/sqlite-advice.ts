import type { BlockingCall } from './blocking-call.js';

/** What to do about a statement of a synchronous SQLite driver. */
export const sqliteAdvice: BlockingCall = {
  instead: {
    kind: 'advice',
    use: 'a worker thread, or an asynchronous driver such as `@libsql/client`',
    why: 'the driver has no asynchronous form: move the statement to a worker thread',
  },
};
