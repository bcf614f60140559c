import type ts from 'typescript';
import type { Library } from '../../catalogue/library.js';
import type { Candidate } from '../../syntax/candidate.js';

/** A connection, or a transaction, that is held while a function runs: for whatever needs another one, there may be none. */
export interface Held {
  /** The first of these calls, by which it is told from whatever else is held. */
  readonly source: Candidate;
  /** The calls that take the connection or begin the transaction. */
  readonly openings: readonly Candidate[];
  readonly entry: Library;
  /** Whether a transaction is begun on it, as far as can be seen. */
  readonly isTransaction: boolean;
  /** The declarations that stand for it in the function: variables, parameters, members. */
  readonly holders: ReadonlySet<ts.Node>;
}
