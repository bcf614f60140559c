import { conventions } from '../../catalogue/conventions.js';
import type { Operation } from '../../catalogue/library-entry.js';

/**
 * Says from a repository method's first word whether it writes or reads: the project chose the name, so it is only used
 * to word a message. `unknown` where the word says nothing.
 */
export function classifyOperation(method: string): Operation {
  const [first = ''] = /^[a-z]*/.exec(method) ?? [];
  if (writes.has(first)) return 'write';
  return reads.has(first) ? 'read' : 'unknown';
}

const writes: ReadonlySet<string> = new Set(conventions.writes);

const reads: ReadonlySet<string> = new Set(conventions.reads);
