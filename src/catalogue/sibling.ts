import type { BlockingCall } from './blocking-call.js';

/** A blocking call whose module or object has a function with the same arguments, and a promise of the same result. */
export function sibling(name: string): BlockingCall {
  return { instead: { kind: 'sibling', name } };
}
