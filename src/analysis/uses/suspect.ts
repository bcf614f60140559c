import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import type { Surroundings } from '../../syntax/classify-surroundings.js';
import type { LostCollection } from './find-collection.js';
import type { LocalBinding } from '../names/find-references.js';
import type { Kind } from '../kinds/kinds.js';

/**
 * Who hears of a call's failure where it is made: nobody; a handler that is attached to its promise in place of waiting for it;
 * or the callback around it, which waits for the call and catches what it throws.
 */
export type Hearing = 'unheard' | 'handled' | 'caught';

/** A call whose promise, should it give one, is lost. Known from syntax and references alone. */
export interface Suspect {
  readonly kind: Kind;
  /** The call that may be a persistence call. */
  readonly call: Candidate;
  /** The expression that is lost as a whole, and that an edit would wrap: the call, a chain around it, a `map` that holds it. */
  readonly value: ts.Expression;
  readonly surroundings: Exclude<Surroundings, { kind: 'module' }>;
  /** The variable that keeps the promise, or the literal with it. */
  readonly binding?: LocalBinding | undefined;
  /** The collection that the promise is put into. */
  readonly collection?: LostCollection | undefined;
  /** The call that loses what its callback gives, if it is an array's method. */
  readonly arrayMethod?: ts.CallExpression | undefined;
  /** Of what the promise is only a part: a literal that is lost as a whole. */
  readonly memberOf?: 'array' | 'object';
  /** Whether it is a part of what a route handler returns. */
  readonly isResponse?: true;
  /** Whether something has begun to wait, so that even a lazy query runs: `.then()`, `Promise.all`, an async callback around it. */
  readonly isStarted: boolean;
  readonly failure: Hearing;
}
