import type ts from 'typescript';

/** An array or an object that is written out where it stands. */
export type Literal = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

/**
 * What becomes of an expression's value. `value` is the expression that still is its promise where the climb ended: the
 * expression itself, or the chain, assertion or combinator around it. It is where an `await` would go.
 */
export type Use =
  /** Waited for: `await`, or `for await`. `isHandled`, here and below: after a rejection handler was attached. */
  | { readonly kind: 'awaited'; readonly isHandled: boolean }
  /** Given to the caller of the function around it. */
  | { readonly kind: 'returned'; readonly value: ts.Expression; readonly isHandled: boolean }
  /** Dropped where it stands. */
  | { readonly kind: 'floating'; readonly value: ts.Expression }
  /** Dropped by `void`. */
  | { readonly kind: 'voided'; readonly value: ts.Expression }
  /** Dropped after a rejection handler was attached. */
  | { readonly kind: 'handled'; readonly value: ts.Expression }
  /** Kept in a local variable, by its declaration or by an assignment whose own value is dropped. */
  | {
      readonly kind: 'assigned';
      readonly value: ts.Expression;
      readonly binding: ts.Identifier;
      readonly isHandled: boolean;
    }
  /** Asked for its truth or compared, as if it were the result. */
  | { readonly kind: 'tested'; readonly value: ts.Expression }
  /** Turned into text or spread, as if it were the result. */
  | { readonly kind: 'serialized'; readonly value: ts.Expression }
  /** Put into an array or an object; `literal` is the outermost of them. */
  | {
      readonly kind: 'collected';
      readonly value: ts.Expression;
      readonly literal: Literal;
      readonly isHandled: boolean;
    }
  /** An argument of a call: handed on, unless the function only turns it into text or keeps it in a collection. */
  | {
      readonly kind: 'argument';
      readonly value: ts.Expression;
      readonly of: ts.CallExpression;
      readonly isHandled: boolean;
    }
  /** Kept in a member of something: handed on, unless that turns it into text. */
  | { readonly kind: 'stored'; readonly value: ts.Expression; readonly target: ts.PropertyAccessExpression }
  /** Given to code that may wait for it: a field, a pattern, `yield`. */
  | { readonly kind: 'passed' }
  /** The object of a member that belongs to no promise: a link of a builder's chain. */
  | { readonly kind: 'link' };
