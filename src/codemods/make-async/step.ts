import type ts from 'typescript';
import type { FunctionWithBody } from '../../syntax/has-body.js';

/** One thing that follows when a function is to wait: something to look at, something to change, or a reason why it cannot be done. */
export type Step =
  /** A function has to wait. */
  | { readonly kind: 'function'; readonly node: FunctionWithBody }
  /** The declared function returns a promise: its references, redeclarations and implementations are followed. */
  | { readonly kind: 'declaration'; readonly node: ts.Declaration }
  /** A function is annotated to give this. */
  | { readonly kind: 'result'; readonly node: ts.TypeNode }
  /** A call gives a promise. */
  | { readonly kind: 'call'; readonly node: ts.CallExpression }
  /** A function gets the word `async`. */
  | { readonly kind: 'async'; readonly node: FunctionWithBody }
  /** An annotation becomes a promise of what it is. */
  | { readonly kind: 'promise'; readonly node: ts.TypeNode }
  /** A call is awaited in place. */
  | { readonly kind: 'await'; readonly node: ts.CallExpression }
  /** An array's `forEach` becomes a loop, in which the work of its callback can be awaited. */
  | { readonly kind: 'loop'; readonly node: ts.CallExpression }
  | { readonly kind: 'refused'; readonly reason: string };

/** Steps, one after the other. */
export type Steps = Generator<Step, void, void>;

/** Says why making a function async is refused, in words that complete "the function cannot become async: …". */
export function refuse(reason: string): Step {
  return { kind: 'refused', reason };
}
