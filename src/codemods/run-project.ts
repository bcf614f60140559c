import { realpathSync } from 'node:fs';
import type ts from 'typescript';
import { analyseFile } from '../analysis/analyse-file.js';
import type { Unit } from '../analysis/unit.js';
import { catalogue } from '../catalogue/catalogue.js';
import { classicTypeFacts } from '../type-facts/classic-type-facts.js';
import type { FileState } from './file-state.js';
import type { Project } from './load-projects.js';
import { createProjectHost } from './project-host.js';
import { repairFiles } from './repair-files.js';
import { selectFiles } from './select-files.js';
import { readSourceText } from './source-text.js';
import type { Task } from './prepare-task.js';

/** A file that is not judged or not written, by the name its program gives it, and why. */
export interface Skip {
  readonly fileName: string;
  readonly reason: string;
}

/** What one project gave. Plain data: nothing of it holds on to the program. */
export interface ProjectOutcome {
  /** Every file that was judged, repaired in memory. */
  readonly states: readonly FileState[];
  readonly skips: readonly Skip[];
}

/** Judges the meant files of one project but those that `isTaken` by an earlier one, and repairs them in memory. */
export async function runProject(project: Project, task: Task, isTaken: (realPath: string) => boolean): Promise<ProjectOutcome> {
  const host = createProjectHost(project);
  const program = host.createProgram(new Map());
  const files = selectFiles(program, project, task.selection).filter(({ fileName }) => !isTaken(realpathSync(fileName)));
  const outcome = judgeFiles(files, sourceFile => toUnit(program, sourceFile));
  if (task.mode !== 'scan') await repairFiles(outcome.states, { compiler: project.compiler.ts, host, toUnit, isWanted: task.isWanted });
  return outcome;

  function toUnit(of: ts.Program, sourceFile: ts.SourceFile): Unit {
    const { ts: compiler } = project.compiler;
    return { sourceFile, syntax: compiler, facts: classicTypeFacts(compiler, of), catalogue, settings: task.settings, checks: task.checks };
  }
}

function judgeFiles(files: readonly ts.SourceFile[], toUnit: (sourceFile: ts.SourceFile) => Unit): ProjectOutcome {
  const states: FileState[] = [];
  const skips: Skip[] = [];
  for (const sourceFile of files) {
    const { fileName, text } = sourceFile;
    const original = readSourceText(fileName);
    if (original?.text !== text) {
      skips.push({ fileName, reason: 'the file is not UTF-8' });
      continue;
    }
    states.push({ fileName, original, analysis: analyseFile(toUnit(sourceFile)), text, fixed: new Set(), rolledBack: undefined });
  }
  return { states, skips };
}
