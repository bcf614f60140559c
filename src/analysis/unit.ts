import type ts from 'typescript';
import type { Catalogue } from '../catalogue/catalogue-entry.js';
import type { Checks } from './configuration/checks.js';
import type { Settings } from './configuration/settings.js';
import type { Syntax } from '../syntax/syntax.js';
import type { ProjectIndex } from '../project-index/project-index.js';
import type { TypeFacts } from '../engines/type-facts.js';
import type { Memory } from './memory.js';

/** One source file with everything the analysis may ask about it. What is asked for is no part of it: it changes no answer. */
export interface Unit {
  readonly sourceFile: ts.SourceFile;
  readonly syntax: Syntax;
  readonly facts: TypeFacts;
  readonly index: ProjectIndex;
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly memory: Memory;
}

/** A file with what is looked for in it. */
export interface CheckedUnit extends Unit {
  readonly checks: Checks;
}

/** A file with the blocking calls that count there. */
export interface BlockingUnit extends Unit {
  readonly checks: Pick<Checks, 'allowBlocking' | 'checkCheapCalls'>;
}
