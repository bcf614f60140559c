import type ts from 'typescript';

/** That by which a function is known: the declarations of one name, which all stand for the same. */
export interface KnownBy {
  readonly declarations: readonly ts.Declaration[];
  readonly name: string;
}
