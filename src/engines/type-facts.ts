import type ts from 'typescript';
import type { FunctionWithBody } from '../syntax/has-body.js';
import type { Candidate } from '../syntax/candidate.js';

/** Where something is declared. `path` is absolute, with forward slashes. */
export type Place =
  | { readonly from: 'package'; readonly package: string }
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'lib' };

/** A named declaration: a type, or a member with the class or interface that declares it. */
export interface Declared {
  /** `callSignature` where a type itself is called. */
  readonly name: string;
  /** The class or interface around a member; undefined for anything else. */
  readonly owner: string | undefined;
  readonly place: Place;
}

/** Why the checker could not say: the type is `any`, or it is `any` because an import was not found. */
export type UnknownReason = 'any' | 'unresolvedImport';

/**
 * What a callee resolves to. A member of a union is declared more than once; the declarations come in no particular
 * order, so ask whether *any* of them fits, never take the first.
 */
export type Callee =
  | { readonly kind: 'declared'; readonly declarations: readonly Declared[] }
  | { readonly kind: 'unknown'; readonly why: UnknownReason };

/**
 * What an expression yields: `promise` is exactly the global `Promise`, `thenable` anything else that `await` waits for
 * (a subtype of `Promise`, or an object whose `then` takes a callback), `value` is neither, and `unknown` is `any`.
 * A union is awaitable when one of its parts is.
 */
export type Yield = 'promise' | 'thenable' | 'value' | 'unknown';

/**
 * How something can be called, as far as being a callback in the manner of Node is concerned: `errorFirst` takes an error first,
 * `resultFirst` something else, `data` cannot be called, and of what is `unknown` the type does not say: it is `any`,
 * `Function`, or takes nothing.
 */
export type CallbackForm = 'errorFirst' | 'resultFirst' | 'data' | 'unknown';

/**
 * The second door to the compiler: every question that needs more than the tree, in the analysis's own words.
 * Implementations answer from types, or from whatever they have; where they cannot tell they say `unknown`, never guess.
 */
export interface TypeFacts {
  /**
   * Says that questions about some nodes will follow, to whichever part of the engine, so that one that has to fetch its
   * answers can fetch them all at once. A hint alone: nothing has to be prepared, and no answer depends on it.
   */
  prepare(nodes: readonly ts.Node[]): void;

  /** Where the function that `call` calls is declared. */
  calleeOf(call: Candidate): Callee;

  /** Which of some modules, named where they are imported, are not found, or have no types: nobody can say what is taken from them. */
  missingModules(imports: readonly ts.StringLiteralLike[]): ReadonlySet<string>;

  /** Where the member that `access` names is declared. */
  memberOf(access: ts.PropertyAccessExpression): Callee;

  /** The types a method call's receiver has: its own, its aliases and parts, and all they extend or implement. */
  receiverTypesOf(call: Candidate): readonly Declared[];

  /** The types of an expression, or of what a class names as its base: its own, its aliases and parts, and all they extend or implement. */
  typesOf(expression: ts.Expression | ts.ExpressionWithTypeArguments): readonly Declared[];

  /**
   * The project's own functions that `call` may call; for a member of an interface or an abstract class, those of what
   * implements it. Empty where none can be seen: a package's function, a parameter.
   */
  functionsOf(call: Candidate): readonly FunctionWithBody[];

  /** The project's own classes that extend or implement a class by its name, themselves, not by others between. */
  heirsOf(base: ts.ClassLikeDeclaration): readonly ts.ClassLikeDeclaration[];

  /** The project's own functions that `expression` stands for, as {@link functionsOf} finds those that are called. */
  functionsAt(expression: ts.Expression): readonly FunctionWithBody[];

  /** What `expression` yields before anybody awaits it. */
  yieldOf(expression: ts.Expression): Yield;

  /**
   * Whether `expression` is something to wait for that its own methods extend, as in `where(…): this`, or turn into such a
   * thing: a query that is built, or a kind of `Promise` with methods of its own. What Node's emitters have, such as `on`,
   * extends nothing, and a promise of another make is none.
   */
  isBuilder(expression: ts.Expression): boolean;

  /** Whether `expression` gives nothing: its type is `void` or `undefined`. */
  isNothing(expression: ts.Expression): boolean;

  /** Whether `expression` gives nothing since it never ends otherwise than by a failure, or the process with it: its type is `never`. */
  isNever(expression: ts.Expression): boolean;

  /** Whether `expression` is a function that gives something to wait for; false when unsure. */
  givesPromise(expression: ts.Expression): boolean;

  /** How `expression` can be called; a union is what the most telling of its parts is. */
  callbackFormOf(expression: ts.Expression): CallbackForm;

  /**
   * Whether the call that `callback` is an argument of waits for what it gives: it is declared to take a function that gives
   * something to wait for, and gives that itself; false when unsure.
   */
  isWaitedForByCall(callback: ts.Expression): boolean;

  /** Whether `expression` may be a number; true when unsure. */
  mayBeNumber(expression: ts.Expression): boolean;

  /** Whether what `expression` gives has a member of a name, as far as its type says; where it may be `undefined` or `null`, what else it may be. */
  hasMember(expression: ts.Expression, name: string): boolean;

  /** Whether `expression` may also give something that is no promise, such as `undefined`; true when unsure. */
  mayBeAbsent(expression: ts.Expression): boolean;

  /** The declarations a name refers to, in this file or another; empty where the checker has none. */
  declarationsOf(identifier: ts.Identifier | ts.PrivateIdentifier): readonly ts.Node[];

  /** Whether the awaited result of `expression` can be assigned to the annotated type; false when unsure. */
  isAwaitedAssignableTo(expression: ts.Expression, annotation: ts.TypeNode): boolean;
}
