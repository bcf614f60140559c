import type ts from 'typescript';
import type { ProjectFiles } from '../project-index/project-files.js';
import type { ProjectIndex } from '../project-index/project-index.js';
import type { Syntax } from '../syntax/syntax.js';
import type { DeclarationFacts } from './declaration-facts.js';
import type { Diagnostics } from './diagnostics.js';
import type { ExportFacts } from './export-facts.js';
import type { ModuleFacts } from './module-facts.js';
import type { TypeFacts } from './type-facts.js';

/**
 * A compiler that has read one project, with certain texts. All that is asked of a compiler is asked here, in the product's
 * own words: nodes and plain data go in and come out, never a type, a symbol or a signature. The same texts give another
 * engine once any of them has changed, so an engine may be what answers are remembered by.
 */
export interface Engine {
  /** The guards and walks of the compiler that made the trees. */
  readonly syntax: Syntax;
  readonly files: ProjectFiles;
  /** What the trees of the files say. */
  readonly index: ProjectIndex;
  /** What the analysis asks of types. */
  readonly types: TypeFacts;
  /** What is asked of declarations before functions become async. */
  readonly declarations: DeclarationFacts;
  /** What files give to those who import them. */
  readonly exports: ExportFacts;
  /** How files are loaded as modules. */
  readonly modules: ModuleFacts;
  /** What is wrong with files, in the compiler's words. */
  readonly diagnostics: Diagnostics;
  /** Reads a text as the file of a name, which the project does not get. */
  parse(fileName: string, text: string): ts.SourceFile;
}

/** What makes the engines of one project, on the files as they are on disk, with some of them replaced. */
export interface EngineHost {
  /**
   * The engine with the given texts in place of what is on disk, or beside it, by the file names that the engine itself
   * uses. It is the only one that the host keeps: whoever asks for another must let go of it, so that one is alive at a time.
   */
  engineWith(texts: ReadonlyMap<string, string>): Engine;
  /** The files that the engines so far asked for, and that could not be read. */
  unread(): readonly string[];
  /** Lets go of the engine and all that it was made of, so that another project can have the memory. The next one is made anew. */
  release(): void;
}
