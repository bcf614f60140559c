/** The effects of SQL, as far as its text shows. */
export type SqlEffect =
  | { readonly kind: 'read' }
  | { readonly kind: 'write' }
  /** It refers to the connection that it runs on, which would be another one in a worker. */
  | { readonly kind: 'bound'; readonly topic: Topic; readonly reason: string };

/** The part of a connection that SQL refers to. */
export type Topic = 'transaction' | 'settings' | 'file' | 'temporary' | 'lastWrite';

/**
 * Says what a text of one or more statements does. Of a text that is known in parts only, it says what the parts tell: the
 * module that is generated looks at the whole when it runs.
 *
 * @example classifySql('SELECT * FROM posts') // { kind: 'read' }
 */
export function classifySql(text: string): SqlEffect {
  const found = bound.find(({ pattern }) => pattern.test(text));
  if (found) return { kind: 'bound', topic: found.topic, reason: found.reason };
  return beginsWith('select|values|with|explain', '^').test(text) && !/\b(?:insert|update|delete|replace)\b/i.test(text)
    ? { kind: 'read' }
    : { kind: 'write' };
}

/** Matches a text one of whose statements begins with one of some words. */
function beginsWith(words: string, start = '(?:^|;)'): RegExp {
  return new RegExp(String.raw`${start}(?:\s|--.*|/\*[^]*?\*/)*(?:${words})\b`, 'i');
}

interface Bound {
  readonly pattern: RegExp;
  readonly topic: Topic;
  readonly reason: string;
}

const bound: readonly Bound[] = [
  {
    pattern: beginsWith('begin|commit|end|rollback|savepoint|release'),
    topic: 'transaction',
    reason: 'it opens or ends a transaction, which belongs to its connection',
  },
  {
    pattern: beginsWith('pragma'),
    topic: 'settings',
    reason: 'a PRAGMA configures its connection, or reads its settings',
  },
  {
    pattern: beginsWith('attach|detach'),
    topic: 'file',
    reason: 'it attaches a database to its connection, or detaches one',
  },
  { pattern: beginsWith('vacuum'), topic: 'file', reason: 'VACUUM needs exclusive access to the database' },
  {
    pattern: /\bcreate\s+temp(?:orary)?\b|\btemp\s*\./i,
    topic: 'temporary',
    reason: 'temporary objects belong to their connection',
  },
  {
    pattern: /\blast_insert_rowid\s*\(|\b(?:total_)?changes\s*\(/i,
    topic: 'lastWrite',
    reason: 'it reads what its connection wrote last',
  },
];
