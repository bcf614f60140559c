import { realpathSync } from 'node:fs';
import type ts from 'typescript';
import { analyseFile } from '../analysis/analyse-file.js';
import type { FilePolicy, Policy } from '../analysis/policy.js';
import type { Unit } from '../analysis/unit.js';
import { catalogue } from '../catalogue/catalogue.js';
import { classicTypeFacts } from '../type-facts/classic-type-facts.js';
import { EditedText } from './edited-text.js';
import type { FileState } from './file-state.js';
import { findUntouchable } from './find-untouchable.js';
import type { Project } from './load-projects.js';
import { createProjectHost } from './project-host.js';
import { repairFiles, type Repaired } from './repair-files.js';
import { planRemedy } from './repair.js';
import { selectFiles } from './select-files.js';
import { readSourceText, type SourceText } from './source-text.js';
import type { Task } from './prepare-task.js';
import { uniformPolicy } from './uniform-policy.js';

/** A file that is not judged or not written, by the name its program gives it, and why. */
export interface Skip {
  readonly fileName: string;
  readonly reason: string;
}

/** What one project gave. Plain data: nothing of it holds on to the program. */
export interface ProjectOutcome extends Repaired {
  /** Every file that was judged, repaired in memory. */
  readonly states: readonly FileState[];
  readonly skips: readonly Skip[];
}

/** What a project is judged with beside the task. */
export interface Surroundings {
  /** The folder that nothing outside of is edited. */
  readonly root: string;
  /** Whether an earlier project judged the file of that real path. */
  readonly isTaken: (realPath: string) => boolean;
}

/** Judges the meant files of one project but those that an earlier one judged, each once by its real path, and repairs them in memory. */
export async function runProject(project: Project, task: Task, { isTaken, root }: Surroundings): Promise<ProjectOutcome> {
  const compiler = project.compiler.ts;
  const host = createProjectHost(project);
  const judged = await judgeFiles();
  if (task.mode === 'scan') return { ...judged, created: [], bundles: [] };
  return { ...judged, ...repairFiles(judged.states, { compiler, host, toUnit, planRepair: planRemedy(task.isWanted), verify: task.verify }) };

  /** A function of its own, so that nothing holds on to its program when the next one is made. */
  async function judgeFiles(): Promise<Judged> {
    const program = host.programWith(new Map());
    const files = selectFiles(program, project, task.selection).filter(({ fileName }) => !isTaken(realpathSync(fileName)));
    const untouchable = findUntouchable(files, root);
    return judge(onceByRealPath(files), { policy: uniformPolicy(task), untouchable, toUnit: (sourceFile, policy) => toUnit(program, sourceFile, policy) });
  }

  function toUnit(program: ts.Program, sourceFile: ts.SourceFile, policy: FilePolicy): Unit {
    const checks = policy.checksOf(sourceFile.text);
    return { sourceFile, syntax: compiler, facts: classicTypeFacts(compiler, program), catalogue, settings: policy.settings, checks };
  }
}

/** Leaves out the links to a file that is there already. */
function onceByRealPath(files: readonly ts.SourceFile[]): readonly ts.SourceFile[] {
  const byPath = new Map<string, ts.SourceFile>();
  for (const file of files) {
    const realPath = realpathSync(file.fileName);
    if (!byPath.has(realPath) || file.fileName === realPath) byPath.set(realPath, file);
  }
  return [...byPath.values()];
}

type Judged = Pick<ProjectOutcome, 'skips' | 'states'>;

interface Judging {
  readonly policy: Policy;
  /** Why files may not be edited, by file name. */
  readonly untouchable: ReadonlyMap<string, string>;
  readonly toUnit: (sourceFile: ts.SourceFile, policy: FilePolicy) => Unit;
}

async function judge(files: readonly ts.SourceFile[], { policy, toUnit, untouchable }: Judging): Promise<Judged> {
  const states: FileState[] = [];
  const skips: Skip[] = [];
  for (const sourceFile of files) {
    const { fileName, text } = sourceFile;
    const decision = await policy.decide(fileName);
    const original = decision.kind === 'judged' ? readSourceText(fileName) : undefined;
    if (decision.kind === 'skipped') skips.push({ fileName, reason: decision.reason });
    else if (original?.text !== text) skips.push({ fileName, reason: 'the file is not UTF-8' });
    else states.push(judgeFile(original, toUnit(sourceFile, decision.policy), { policy: decision.policy, untouchable: untouchable.get(fileName) }));
  }
  return { states, skips };
}

function judgeFile(original: SourceText, unit: Unit, { policy, untouchable }: Pick<FileState, 'policy' | 'untouchable'>): FileState {
  const { fileName, text } = unit.sourceFile;
  const analysis = analyseFile(unit);
  const standings = policy.standingsOf(text, analysis.findings);
  return { fileName, original, policy, untouchable, analysis, standings, edited: new EditedText(text), text, settled: new Map() };
}
