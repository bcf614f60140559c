import type ts from 'typescript';
import type { FilePolicy } from '../analysis/configuration/policy.js';
import { ProjectAnalyses } from '../analysis/project-analysis.js';
import type { CheckedUnit } from '../analysis/unit.js';
import type { Engine } from '../engines/engine.js';
import { PublishedFiles } from '../engines/published-files.js';
import { askAbout, type RefusalOf } from './ask-about.js';
import { toRealPath, type Assignment } from './assign-files.js';
import { createUnit } from './create-unit.js';
import { describeComponent } from './component.js';
import { Crash } from './crash.js';
import { describeFault } from '../describe-error.js';
import { EditedText } from './edited-text.js';
import type { FileOutcome, Outcome, Skip } from './file-outcome.js';
import { createExecutorPlanner } from './executor/create-executor-planner.js';
import { countFindings, isEdited, type FileState } from './file-state.js';
import { judgeFiles, judgeUnread, type JudgedFiles } from './judge-files.js';
import { findReadOnly } from './find-read-only.js';
import { loadPolicy } from './load-policy.js';
import type { Project } from './load-projects.js';
import type { FixOptions } from './options.js';
import type { Task } from './prepare-task.js';
import { notStarted, type ProjectProgress } from './progress.js';
import { createProjectHost } from './project-host.js';
import type { FindingPlace, RepairPlanner } from './repair.js';
import { repairFiles, type Repaired } from './repair-files.js';
import { createPlanner } from './create-planner.js';
import { toReportPath } from './report-root.js';
import { isSelected, selectFiles, selectUnread } from './select-files.js';
import { toFileReport } from './to-file-report.js';
import { UsageError } from './usage-error.js';

/** The context in which a project runs. */
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

/** Judges the selected files of one project, and with a mode other than `scan` repairs them in memory. */
export async function runProject(project: Project, context: ProjectContext): Promise<Outcome> {
  const { root, task, tell } = context;
  tell({ ...notStarted, phase: 'loading' });
  const host = createProjectHost(project);
  const published = new PublishedFiles();
  const analyses = new ProjectAnalyses(files => published.of(files));
  const { hasDatabase, missing, notices, skips, states: all } = await judgeSelected();
  const states = markReadOnly(all, context);
  const files = new Set([...states, ...skips].map(({ fileName }) => fileName)).size;
  const progress = { files: { done: files, all: files }, findings: countFindings(states) };
  const repaired = task.mode === 'scan' ? { states, created: [], bundles: [], failed: [] } : repair(await ask());
  tell({ ...progress, phase: 'done' });
  return {
    files: repaired.states.map(state => toOutcome(state, task, root)),
    created: repaired.created,
    bundles: repaired.bundles,
    missing,
    notices,
    hasDatabase,
    skips: [...skips, ...repaired.failed, ...skipComponents(project, context)],
  };

  /** A separate function, so that its engine can be collected before the next one is created. */
  async function judgeSelected(): Promise<Judged> {
    const engine = host.engineWith(new Map());
    const selected = selectFiles(engine, project, context.assignment).filter(({ fileName }) =>
      isSelected(fileName, task.files),
    );
    const unread = selectUnread(host.unread(), project, context.assignment)
      .filter(({ path }) => isSelected(path, task.files))
      .map(({ example, path }) => ({ path, example: engine.parse(example, '') }));
    const files = [...selected, ...unread.map(({ example }) => example)];
    const policy = await loadPolicy(project, { files, syntax: engine.syntax }, task);
    const { skips, states } = await judgeFiles(onceByRealPath(selected), {
      ...context,
      engine,
      policy,
      toUnit: (sourceFile, own) => toUnit(engine, sourceFile, own),
    });
    const isMissed = states.some(({ analysis }) => analysis.unknown.unresolvedImport > 0);
    return {
      states,
      skips: [...skips, ...unread.map(({ example, path }) => judgeUnread(path, example, policy))],
      notices: policy.notices,
      missing: isMissed ? [...engine.types.missingModules(engine.index.imports())] : [],
      hasDatabase: task.executor !== undefined && engine.files.named(task.executor.fileName) !== undefined,
    };
  }

  async function ask(): Promise<RefusalOf> {
    if (!context.choose) return () => undefined;
    const planRepair = plannerOf();
    return askAbout(states, {
      ...task,
      root,
      choose: context.choose,
      planFor: (finding, state) => planRepair(finding, placeIn(state)),
    });
  }

  function plannerOf(): RepairPlanner {
    return createExecutorPlanner(createPlanner(project, states, context), task, host);
  }

  function placeIn({ fileName, policy }: FileState): FindingPlace {
    const engine = host.engineWith(new Map());
    return { fileName, engine, toUnit: sourceFile => toUnit(engine, sourceFile, policy) };
  }

  function repair(refusalOf: RefusalOf): RepairedStates {
    tell({ ...progress, phase: 'repairing' });
    const repairing = {
      host,
      analyses,
      toUnit,
      planRepair: plannerOf(),
      refusalOf,
      verify: task.verify,
      othersWith: (fileNames: readonly string[]) => context.assignment.othersWith(fileNames, project),
      nameOf: ({ configPath }: Project) => toReportPath(configPath, root),
    };
    try {
      const { bundles, crashes, created } = repairFiles(states, repairing);
      return {
        states,
        bundles,
        created,
        failed: crashes.map(({ fileName, reason }) => ({ fileName, cause: 'crashed', reason })),
      };
    } catch (error) {
      if (error instanceof UsageError) throw error;
      return { states: states.map(giveUp), bundles: [], created: [], failed: [toFailure(error, project)] };
    }
  }

  function toUnit(engine: Engine, sourceFile: ts.SourceFile, policy: FilePolicy): CheckedUnit {
    return createUnit(sourceFile, { analyses, engine, policy, task });
  }
}

/** The files of a project after it was repaired, and what that failed on. */
interface RepairedStates extends Repaired {
  readonly states: readonly FileState[];
  readonly failed: readonly Skip[];
}

/** A file as it was read, whose findings say that nothing could be tried. */
function giveUp(state: FileState): FileState {
  const { text } = state.original;
  return {
    ...state,
    edited: new EditedText(text),
    text,
    settled: new Map(),
    readOnlyReason: state.readOnlyReason ?? 'the repair of this project failed, so none of its files is changed',
  };
}

/** Names the file on which the repair of a project fails, or the tsconfig if that is not known. */
function toFailure(error: unknown, { configPath }: Project): Skip {
  return error instanceof Crash
    ? { fileName: error.fileName, cause: 'crashed', reason: error.reason }
    : { fileName: configPath, cause: 'crashed', reason: `repairing failed: ${describeFault(error)}` };
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
function markReadOnly(states: readonly FileState[], { root, task }: ProjectContext): readonly FileState[] {
  const editable = task.mode === 'scan' ? states.filter(({ analysis }) => analysis.findings.length > 0) : states;
  const reasons = findReadOnly(editable, root);
  return reasons.size === 0
    ? states
    : states.map(state => ({ ...state, readOnlyReason: state.readOnlyReason ?? reasons.get(state.fileName) }));
}

function toOutcome(state: FileState, { isWanted, mode }: Task, root: string): FileOutcome {
  const { analysis, fileName, original, settled, text } = state;
  return {
    fileName,
    tally: { judged: analysis.judged, unknown: analysis.unknown },
    report:
      analysis.findings.length + settled.size > 0
        ? toFileReport(state, { root, isWanted, repaired: mode === 'write' ? 'fixed' : 'fixable' })
        : undefined,
    rewritten: isEdited(state) ? { original, text } : undefined,
  };
}

/** The analyses of the files of a project before any of them is repaired. */
interface Judged extends JudgedFiles, Pick<Outcome, 'hasDatabase' | 'missing' | 'notices'> {}

function skipComponents(project: Project, { assignment, task }: ProjectContext): readonly Skip[] {
  const selected = project.components.filter(
    fileName => assignment.isOwn(fileName, project) && isSelected(fileName, task.files),
  );
  return selected.flatMap(fileName => {
    const reason = describeComponent(fileName);
    return reason === undefined ? [] : [{ fileName, cause: 'leftOut', reason }];
  });
}
