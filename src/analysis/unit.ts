import type ts from 'typescript';
import type { Catalogue } from '../catalogue/catalogue-entry.js';
import type { Checks } from './configuration/checks.js';
import type { Settings } from './configuration/settings.js';
import type { Syntax } from '../syntax/syntax.js';
import type { ProjectIndex } from '../project-index/project-index.js';
import type { TypeFacts } from '../engines/type-facts.js';

/** One source file with everything the analysis may ask about it. */
export interface Unit {
  readonly sourceFile: ts.SourceFile;
  readonly syntax: Syntax;
  readonly facts: TypeFacts;
  readonly index: ProjectIndex;
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly checks: Checks;
}
