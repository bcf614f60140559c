import ts from 'typescript';
import type { Checks } from '../../src/analysis/configuration/checks.js';
import { defaultSettings, type Settings } from '../../src/analysis/configuration/settings.js';
import { ProjectAnalyses } from '../../src/analysis/project-analysis.js';
import type { CheckedUnit } from '../../src/analysis/unit.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { classicTypeFacts } from '../../src/engines/classic/classic-type-facts.js';

/** How a file is judged. */
export interface Judging {
  readonly checks: Checks;
  readonly settings?: Settings;
  /** The one that made the program; that of the tests where nothing is said. */
  readonly compiler?: typeof ts;
}

/** One owner for all tests of a file, as in a linter's process. */
export const analyses = new ProjectAnalyses();

/** Makes a unit of a file of a program. */
export function unitOf(
  sourceFile: ts.SourceFile,
  program: ts.Program,
  { checks, compiler = ts, settings = defaultSettings }: Judging,
): CheckedUnit {
  const facts = classicTypeFacts(compiler, program);
  return analyses.of({ syntax: compiler, facts, catalogue, settings }).unitOf(sourceFile, checks);
}
