import type ts from 'typescript';

/** The declarations of one name by which a function is known, which all refer to the same thing. */
export interface NamedDeclarations {
  readonly declarations: readonly ts.Declaration[];
  readonly name: string;
}
