import type ts from 'typescript';
import type { Surroundings } from './classify-surroundings.js';
import type { LocalBinding } from './find-references.js';
import type { Kind } from './kinds.js';

/** A call whose promise, should it give one, is lost. Known from syntax and references alone. */
export interface Suspect {
  readonly kind: Kind;
  /** The call that may be a persistence call. */
  readonly call: ts.CallExpression;
  /** The expression that is lost as a whole, and that an edit would wrap: the call, a chain around it, a `map` that holds it. */
  readonly value: ts.Expression;
  readonly surroundings: Exclude<Surroundings, { kind: 'module' }>;
  /** The variable that keeps the promise and is never read. */
  readonly binding: LocalBinding | undefined;
}
