import type ts from 'typescript';
import type { Declared } from './type-facts.js';

/** A type, as far as somebody is told of it. */
export interface DescribedType {
  /** Where it is declared; undefined where it has no name of its own. */
  readonly declared: Declared | undefined;
  /** As the compiler prints it. */
  readonly text: string;
}

/** What a file exports under a name. */
export interface ExportedValue {
  readonly type: DescribedType;
  readonly isFunction: boolean;
  /** What it gives, once that is awaited, when it is called without arguments; undefined where it cannot be. */
  readonly given: DescribedType | undefined;
}

/** What files give to those who import them. */
export interface ExportFacts {
  /** What a file exports under a name, itself or from another one; undefined where it exports nothing of that name. */
  valueOf(name: string, sourceFile: ts.SourceFile): ExportedValue | undefined;

  /**
   * Every declaration that those who import one of some files can reach from what it exports: the exports themselves, and the
   * members of the project's own types that they have, take or give.
   */
  reachableFrom(entries: readonly ts.SourceFile[]): ReadonlySet<ts.Declaration>;
}
