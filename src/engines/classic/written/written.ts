import type ts from 'typescript';
import type { Body } from './find-member.js';

/** An instance of a class, or an object of a type whose members are written out; never without a body. */
export interface WrittenObject {
  readonly kind: 'object';
  readonly bodies: readonly Body[];
  readonly typeArguments: readonly ts.TypeNode[];
  /** Whether it may have only some of the members. */
  readonly isPart?: boolean;
}

/** What an expression is, as far as somebody wrote it down. */
export type Written =
  | WrittenObject
  | { readonly kind: 'class'; readonly bodies: readonly Body[] }
  /** A number or the like, whose type has no name. */
  | { readonly kind: 'plain' }
  /** A function, with its overloads. */
  | { readonly kind: 'function'; readonly signatures: readonly ts.SignatureDeclaration[] };
