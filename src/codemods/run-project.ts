import type ts from 'typescript';
import { analyseFile } from '../analysis/analyse-file.js';
import type { FilePolicy, Policy } from '../analysis/configuration/policy.js';
import type { Unit } from '../analysis/unit.js';
import { findMissingModules } from '../type-facts/find-missing-modules.js';
import { askAbout, type RefusalOf } from './ask-about.js';
import { toRealPath, type Assignment } from './assign-files.js';
import { createUnit } from './create-unit.js';
import { describeComponent } from './component.js';
import { EditedText } from './edited-text.js';
import type { FileOutcome, Outcome, Skip } from './file-outcome.js';
import { createExecutorPlanner } from './executor/create-executor-planner.js';
import { isEdited, type FileState } from './file-state.js';
import { findUntouchable } from './find-untouchable.js';
import { loadPolicy } from './load-policy.js';
import type { Project } from './load-projects.js';
import type { FixOptions } from './options.js';
import type { Task } from './prepare-task.js';
import { createBreather, notBegun, type ProjectProgress } from './progress.js';
import { createProjectHost } from './project-host.js';
import type { FindingPlace, RepairPlanner } from './repair.js';
import { repairFiles, type Repaired } from './repair-files.js';
import { createPlanner } from './create-planner.js';
import { toReportPath } from './report-root.js';
import { isMeant, selectFiles } from './select-files.js';
import { readSourceText, type SourceText } from './source-text.js';
import { toFileReport } from './to-file-report.js';

/** What a project is run in. */
export interface ProjectContext {
  readonly task: Task;
  readonly assignment: Assignment;
  /** Where the paths of the report start. */
  readonly root: string;
  /** Is asked which repairs to make. */
  readonly choose: FixOptions['choose'];
  readonly signal: AbortSignal | undefined;
  readonly tell: (progress: ProjectProgress) => void;
}

/** Judges the meant files of one project, and with a mode other than `scan` repairs them in memory. */
export async function runProject(project: Project, context: ProjectContext): Promise<Outcome> {
  const { root, task, tell } = context;
  const compiler = project.compiler.ts;
  tell({ ...notBegun, phase: 'loading' });
  const host = createProjectHost(project);
  const { missing, notices, skips, states: all } = await judgeMeant();
  const states = markUntouchable(all, context);
  const files = states.length + skips.length;
  const progress = { files: { done: files, all: files }, findings: countFindings(states) };
  const repaired = task.mode === 'scan' ? { created: [], bundles: [] } : repair(await ask());
  tell({ ...progress, phase: 'done' });
  return { files: states.map(state => toOutcome(state, task, root)), ...repaired, missing, notices, skips: [...skips, ...skipComponents(project, context)] };

  /** A function of its own, so that nothing holds on to its program when the next one is made. */
  async function judgeMeant(): Promise<Judged> {
    const program = host.programWith(new Map());
    const meant = selectFiles(program, project, context.assignment).filter(({ fileName }) => isMeant(fileName, task.files));
    const policy = await loadPolicy(project, meant, task);
    const judged = await judgeFiles(onceByRealPath(meant), policy, { ...context, toUnit: (sourceFile, own) => toUnit(program, sourceFile, own) });
    const isMissed = judged.states.some(({ analysis }) => analysis.unknown.unresolvedImport > 0);
    return { ...judged, missing: isMissed ? [...findMissingModules(compiler, program)] : [] };
  }

  async function ask(): Promise<RefusalOf> {
    if (!context.choose) return () => undefined;
    const planRepair = plannerOf();
    return askAbout(states, { ...task, root, choose: context.choose, planFor: (finding, state) => planRepair(finding, placeIn(state)) });
  }

  function plannerOf(): RepairPlanner {
    return createExecutorPlanner(createPlanner(project, states, context), project, task, host);
  }

  function placeIn({ fileName, policy }: FileState): FindingPlace {
    const program = host.programWith(new Map());
    return { fileName, program, toUnit: (inProgram, sourceFile) => toUnit(inProgram, sourceFile, policy) };
  }

  function repair(refusalOf: RefusalOf): Repaired {
    tell({ ...progress, phase: 'repairing' });
    return repairFiles(states, {
      compiler,
      host,
      toUnit,
      planRepair: plannerOf(),
      refusalOf,
      verify: task.verify,
      othersWith: fileNames => context.assignment.othersWith(fileNames, project),
      nameOf: ({ configPath }) => toReportPath(configPath, root),
    });
  }

  function toUnit(program: ts.Program, sourceFile: ts.SourceFile, policy: FilePolicy): Unit {
    return createUnit(sourceFile, { policy, program }, { project, task });
  }
}

/** Leaves out the links to a file that is there already. */
function onceByRealPath(files: readonly ts.SourceFile[]): readonly ts.SourceFile[] {
  const byPath = new Map<string, ts.SourceFile>();
  for (const file of files) {
    const realPath = toRealPath(file.fileName);
    if (!byPath.has(realPath) || file.fileName === realPath) byPath.set(realPath, file);
  }
  return [...byPath.values()];
}

/** Says of the files that repairs might edit why they may not be. */
function markUntouchable(states: readonly FileState[], { root, task }: ProjectContext): readonly FileState[] {
  const editable = task.mode === 'scan' ? states.filter(({ analysis }) => analysis.findings.length > 0) : states;
  const reasons = findUntouchable(editable, root);
  return reasons.size === 0 ? states : states.map(state => ({ ...state, untouchable: reasons.get(state.fileName) }));
}

function toOutcome(state: FileState, { isWanted }: Task, root: string): FileOutcome {
  const { analysis, fileName, original, settled, text } = state;
  return {
    fileName,
    tally: { judged: analysis.judged, unknown: analysis.unknown },
    report: analysis.findings.length + settled.size > 0 ? toFileReport(state, root, isWanted) : undefined,
    rewritten: isEdited(state) ? { original, text } : undefined,
  };
}

interface Judging extends Pick<ProjectContext, 'signal' | 'tell'> {
  readonly toUnit: (sourceFile: ts.SourceFile, policy: FilePolicy) => Unit;
}

interface Judged extends Pick<Outcome, 'missing' | 'notices'> {
  readonly states: readonly FileState[];
  readonly skips: readonly Skip[];
}

async function judgeFiles(files: readonly ts.SourceFile[], policy: Policy, { signal, tell, toUnit }: Judging): Promise<Omit<Judged, 'missing'>> {
  const states: FileState[] = [];
  const skips: Skip[] = [];
  const breathe = createBreather({ signal, tell });
  for (const sourceFile of files) {
    const { fileName, text } = sourceFile;
    await breathe(() => ({ phase: 'judging', files: { done: states.length + skips.length, all: files.length }, findings: countFindings(states) }));
    const decision = policy.decide(sourceFile);
    const original = decision.kind === 'judged' ? readSourceText(fileName) : undefined;
    if (decision.kind === 'skipped') skips.push({ fileName, reason: decision.reason });
    else if (original?.text !== text) skips.push({ fileName, reason: 'the file is not UTF-8' });
    else states.push(judgeFile(original, sourceFile, { policy: decision.policy, toUnit }));
  }
  return { states, skips, notices: policy.notices };
}

function countFindings(states: readonly FileState[]): number {
  return states.reduce((total, { analysis }) => total + analysis.findings.length, 0);
}

interface FileJudging extends Pick<Judging, 'toUnit'> {
  readonly policy: FilePolicy;
}

function judgeFile(original: SourceText, sourceFile: ts.SourceFile, { policy, toUnit }: FileJudging): FileState {
  const { fileName, text } = sourceFile;
  const analysis = analyseFile(toUnit(sourceFile, policy));
  const standings = policy.standingsOf(sourceFile, analysis.findings);
  return { fileName, original, untouchable: undefined, policy, analysis, standings, edited: new EditedText(text), text, settled: new Map() };
}

function skipComponents(project: Project, { assignment, task }: ProjectContext): readonly Skip[] {
  const meant = project.components.filter(fileName => assignment.isOwn(fileName, project) && isMeant(fileName, task.files));
  return meant.flatMap(fileName => {
    const reason = describeComponent(fileName);
    return reason === undefined ? [] : [{ fileName, reason }];
  });
}
