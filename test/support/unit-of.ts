import ts from 'typescript';
import type { Checks } from '../../src/analysis/configuration/checks.js';
import { defaultSettings, type Settings } from '../../src/analysis/configuration/settings.js';
import { ProjectAnalyses } from '../../src/analysis/project-analysis.js';
import type { CheckedUnit } from '../../src/analysis/unit.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { ClassicEngines } from '../../src/engines/classic/classic-engines.js';
import type { Engine } from '../../src/engines/engine.js';

/** How a file is judged. */
export interface Judging {
  readonly checks: Checks;
  readonly settings?: Settings;
}

/** One owner for all tests of a file, as in a linter's process. */
export const analyses = new ProjectAnalyses();

/** Its engines, on the tests' own compiler. */
export const engines = new ClassicEngines(ts);

/** Makes a unit of a file of a program that the tests' own compiler made. */
export function unitOf(sourceFile: ts.SourceFile, program: ts.Program, judging: Judging): CheckedUnit {
  return unitIn(sourceFile, engines.of(program), judging);
}

/** Makes a unit of a file that an engine has read. */
export function unitIn(
  sourceFile: ts.SourceFile,
  engine: Engine,
  { checks, settings = defaultSettings }: Judging,
): CheckedUnit {
  return analyses.of({ engine, catalogue, settings }).unitOf(sourceFile, checks);
}
