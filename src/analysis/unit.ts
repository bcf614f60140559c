import type ts from 'typescript';
import type { Catalogue } from '../catalogue/create-catalogue.js';
import type { Checks } from './configuration/checks.js';
import type { Settings } from './configuration/settings.js';
import type { Syntax } from '../syntax/syntax.js';
import type { ProjectIndex } from '../project-index/project-index.js';
import type { TypeFacts } from '../engines/type-facts.js';
import type { Memory } from './memory.js';

/** Everything the analysis may ask of a project. What is looked for is no part of it: it changes no answer. */
export interface Unit {
  readonly syntax: Syntax;
  readonly facts: TypeFacts;
  readonly index: ProjectIndex;
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly memory: Memory;
}

/** One source file of a project. */
export interface FileUnit extends Unit {
  readonly sourceFile: ts.SourceFile;
}

/** A file with what is looked for in it. */
export interface CheckedUnit extends FileUnit {
  readonly checks: Checks;
}

/** A project with the blocking calls that count where somebody asks. */
export interface BlockingUnit extends Unit {
  readonly checks: Pick<Checks, 'allowBlocking' | 'checkCheapCalls'>;
}
