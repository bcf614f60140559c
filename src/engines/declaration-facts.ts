import type ts from 'typescript';

/**
 * What a type means for a function that is to give a promise of it: `value` becomes a promise; `promise` is one already, so
 * that callers notice nothing; `mixed` is one on some paths, and its callers may look which; `query` is another thenable,
 * which an async function would run instead of handing it on. Whoever takes anything but a `value` may be given a promise.
 */
export type ResultKind = 'value' | 'promise' | 'mixed' | 'query';

/** A member of a type. */
export interface Member {
  readonly declarations: readonly ts.Declaration[];
  /** What each of the ways to call it gives, where it may be missing those of what it is otherwise; none where it cannot be called. */
  readonly results: readonly ResultKind[];
  /** Whether one of its declarations is where its own type is written: that of a member of `Record` and the like is written elsewhere. */
  readonly isWrittenThere: boolean;
}

/** What is asked before functions become async: what names stand for, which members stand for each other, and what takes a promise. */
export interface DeclarationFacts {
  /** The declarations of what a name refers to, through imports and re-exports; empty where nothing is known of it. */
  behind(name: ts.Node): readonly ts.Declaration[];

  /** What a function gives; undefined where that is not known. */
  resultOf(fn: ts.SignatureDeclaration): ResultKind | undefined;

  /** What a written type means, were it the result of a function. */
  kindOfWritten(type: ts.TypeNode): ResultKind;

  /** What each of the ways to call something of a written type gives; none where it cannot be called. */
  resultsOfWritten(type: ts.TypeNode): readonly ResultKind[];

  /** Whether the place where a function is given says that it takes a promise for its result; false when unsure. */
  takesPromise(fn: ts.Expression): boolean;

  /** The declarations of a member of what an expression gives, or of what a pattern takes apart; empty where it has none of that name. */
  declarationsOfMember(name: string, owner: ts.Expression | ts.BindingPattern): readonly ts.Declaration[];

  /** The members of a name that a class or an interface has from what it names as its base: those of each part of a union. */
  inheritedMembers(name: string, base: ts.Expression | ts.ExpressionWithTypeArguments): readonly Member[];

  /** The members of a name that are expected of a value where it stands: those of each part of a union. */
  expectedMembers(name: string, value: ts.Expression): readonly Member[];

  /**
   * Whether an object is expected to have something under any name, as `Record<string, () => void>` says, and its member of a
   * name is no exception, which does not say that it takes a promise.
   */
  isHeldByAnyName(name: string, object: ts.Expression): boolean;

  /** Whether nothing is known of what an expression gives: it is `any`. */
  isAny(expression: ts.Expression): boolean;

  /** Whether what one declaration, or object, gives can stand where another one is expected, though neither may name the other. */
  mayStandFor(given: ts.Node, expected: ts.Node): boolean;
}
