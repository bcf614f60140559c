import type { Operation } from '../../catalogue/library-entry.js';

const verbs = {
  write:
    /^(?:add|append|archive|assign|batch|bulk|clear|create|decrement|delete|destroy|drop|erase|increment|insert|mark|merge|patch|persist|purge|put|record|remove|replace|reset|restore|save|set|soft|store|touch|truncate|update|upsert|write)(?![a-z])/,
  read: /^(?:all|by|count|exist|exists|fetch|find|get|has|is|list|load|lookup|page|paginate|query|read|search|select|stream)(?![a-z])/,
} as const;

/**
 * Says from a repository method's first word whether it writes or reads: the project chose the name, so it is only used
 * to word a message. `unknown` where the word says nothing.
 */
export function classifyOperation(method: string): Operation {
  if (verbs.write.test(method)) return 'write';
  return verbs.read.test(method) ? 'read' : 'unknown';
}
