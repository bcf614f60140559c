import ts from 'typescript';
import type { Checks } from '../../src/analysis/configuration/checks.js';
import { defaultSettings, type Settings } from '../../src/analysis/configuration/settings.js';
import type { Unit } from '../../src/analysis/unit.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { createPrograms } from '../../src/programs.js';

/** How a file of a test is judged. */
export interface Judging {
  readonly checks: Checks;
  readonly settings?: Settings;
}

const { open } = createPrograms(ts);

/** Makes a unit of a file of a program, by its path; with the default settings, unless others are given. */
export function createUnit(program: ts.Program, path: string, { checks, settings = defaultSettings }: Judging): Unit {
  const sourceFile = program.getSourceFile(path);
  if (!sourceFile) throw new Error(`${path} is not in the program`);
  return { ...open(program), sourceFile, catalogue, settings, checks };
}
