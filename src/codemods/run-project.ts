import { realpathSync } from 'node:fs';
import type ts from 'typescript';
import { analyseFile } from '../analysis/analyse-file.js';
import type { FilePolicy, Policy } from '../analysis/policy.js';
import type { Unit } from '../analysis/unit.js';
import { catalogue } from '../catalogue/catalogue.js';
import { classicTypeFacts } from '../type-facts/classic-type-facts.js';
import { EditedText } from './edited-text.js';
import type { FileState } from './file-state.js';
import type { Project } from './load-projects.js';
import { createProjectHost } from './project-host.js';
import { repairFiles } from './repair-files.js';
import { planRemedy } from './repair.js';
import { selectFiles } from './select-files.js';
import { readSourceText, type SourceText } from './source-text.js';
import type { Task } from './prepare-task.js';
import { uniformPolicy } from './uniform-policy.js';
import type { CreatedFile } from './workspace.js';

/** A file that is not judged or not written, by the name its program gives it, and why. */
export interface Skip {
  readonly fileName: string;
  readonly reason: string;
}

/** What one project gave. Plain data: nothing of it holds on to the program. */
export interface ProjectOutcome {
  /** Every file that was judged, repaired in memory. */
  readonly states: readonly FileState[];
  /** The files that repairs add. */
  readonly created: readonly CreatedFile[];
  readonly skips: readonly Skip[];
}

/** Judges the meant files of one project but those that `isTaken` by an earlier one, and repairs them in memory. */
export async function runProject(project: Project, task: Task, isTaken: (realPath: string) => boolean): Promise<ProjectOutcome> {
  const compiler = project.compiler.ts;
  const host = createProjectHost(project);
  const judged = await judgeFiles();
  if (task.mode === 'scan') return { ...judged, created: [] };
  const created = repairFiles(judged.states, { compiler, host, toUnit, planRepair: planRemedy(task.isWanted), verify: task.verify });
  return { ...judged, created };

  /** A function of its own, so that nothing holds on to its program when the next one is made. */
  async function judgeFiles(): Promise<Judged> {
    const program = host.programWith(new Map());
    const files = selectFiles(program, project, task.selection).filter(({ fileName }) => !isTaken(realpathSync(fileName)));
    return judge(files, uniformPolicy(task), (sourceFile, policy) => toUnit(program, sourceFile, policy));
  }

  function toUnit(program: ts.Program, sourceFile: ts.SourceFile, policy: FilePolicy): Unit {
    const checks = policy.checksOf(sourceFile.text);
    return { sourceFile, syntax: compiler, facts: classicTypeFacts(compiler, program), catalogue, settings: policy.settings, checks };
  }
}

type ToUnit = (sourceFile: ts.SourceFile, policy: FilePolicy) => Unit;

type Judged = Omit<ProjectOutcome, 'created'>;

async function judge(files: readonly ts.SourceFile[], policy: Policy, toUnit: ToUnit): Promise<Judged> {
  const states: FileState[] = [];
  const skips: Skip[] = [];
  for (const sourceFile of files) {
    const { fileName, text } = sourceFile;
    const decision = await policy.decide(fileName);
    const original = decision.kind === 'judged' ? readSourceText(fileName) : undefined;
    if (decision.kind === 'skipped') skips.push({ fileName, reason: decision.reason });
    else if (original?.text !== text) skips.push({ fileName, reason: 'the file is not UTF-8' });
    else states.push(judgeFile(original, sourceFile, { policy: decision.policy, toUnit }));
  }
  return { states, skips };
}

interface Judging {
  readonly policy: FilePolicy;
  readonly toUnit: ToUnit;
}

function judgeFile(original: SourceText, sourceFile: ts.SourceFile, { policy, toUnit }: Judging): FileState {
  const { fileName, text } = sourceFile;
  const analysis = analyseFile(toUnit(sourceFile, policy));
  const standings = policy.standingsOf(text, analysis.findings);
  return { fileName, original, policy, analysis, standings, edited: new EditedText(text), text, settled: new Map() };
}
