import type { Operation } from '../../catalogue/library-entry.js';
import type { Unit } from '../unit.js';

/**
 * Says from a repository method's first word whether it writes or reads: the project chose the name, so it is only used
 * to word a message. `unknown` where the word says nothing.
 */
export function classifyOperation(method: string, { catalogue: { conventions } }: Unit): Operation {
  const [first = ''] = /^[a-z]*/.exec(method) ?? [];
  if (conventions.writes.has(first)) return 'write';
  return conventions.reads.has(first) ? 'read' : 'unknown';
}
