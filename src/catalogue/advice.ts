import type { BlockingCall } from './blocking-call.js';

/** A blocking call without anything of the same meaning: what to use instead, and what keeps it from being written. */
export function advice(use: string, why: string): BlockingCall {
  return { instead: { kind: 'advice', use, why } };
}
