import type ts from 'typescript';
import type { NamedReference } from '../syntax/declared-names.js';
import type { DeclaredNames } from './collect-names.js';
import type { Implementer } from './visit-implementers.js';

/** An index of a project's trees by name alone: it may find too much, but never too little. */
export interface ProjectIndex {
  /**
   * The index of the files that a node was read with: this one, unless the node is of the sources of another package, of which
   * this project has only what they were built to.
   */
  of(node: ts.Node): ProjectIndex;

  /**
   * The names that the project declares, or gives to something of another file, and those that the packages declare: what
   * is called by any other name is a third party's.
   */
  declaredNames(packages: readonly string[]): DeclaredNames;

  /**
   * The names of the project's functions that call something of the given names, or one another of these, without being
   * async; and the names that stand for one of them: what is called by any other name reaches none.
   */
  namesReaching(names: ReadonlySet<string>): ReadonlySet<string>;

  /** The packages with files in the program. */
  packages(): ReadonlySet<string>;

  /** Whether a file of the program that is of none of `packages` names a module. */
  isNamed(module: string, packages: readonly string[]): boolean;

  /** The modules that the project's own files import, as they name them. */
  imports(): readonly ts.StringLiteralLike[];

  /**
   * Every place in the project's own files that may refer to something of a name, in the order of the files.
   * `defaultName` also gives the local names of default imports.
   */
  mentionsOf(name: string): Iterable<NamedReference>;

  /** Every place in a file that may refer to something of a name, in the order of the text. */
  mentionsIn(sourceFile: ts.SourceFile, name: string): readonly NamedReference[];

  /** Everything of the project's own files of which a member is taken whatever its name: `handlers` in `handlers[key]` and in `Object.values(handlers)`. */
  dynamicAccesses(): readonly ts.Expression[];

  /** The nodes in the project's own files that are declared with a type of that name. */
  implementersOf(type: string): readonly Implementer[];

  /** Whether the file of `name` tests something of this name by `instanceof`, so that it may have another type than the one it is declared with. */
  isNarrowed(name: ts.Identifier | ts.MemberName): boolean;

  /** The names by which a file may settle a promise that it makes, as `resolve` does: what is called by any other name settles none. */
  settlersIn(sourceFile: ts.SourceFile): ReadonlySet<string>;
}
