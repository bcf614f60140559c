import { advice } from './advice.js';
import type { Blocking } from './blocking-call.js';

/** What keeps the call of one store from being written as that of another. */
export const otherStore = 'the asynchronous form needs a different store';

/** Methods of a store that write a small file each time. */
export function smallWrites(type: string, methods: readonly string[]): Blocking['calls'] {
  return Object.fromEntries(
    methods.map(method => [
      `${type}.${method}`,
      { ...advice('a store that writes asynchronously', otherStore), isCheap: true },
    ]),
  );
}
