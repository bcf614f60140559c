import type { FileChange, Mode, Report } from '../analysis/report/report.js';
import { isInside, toRealPath } from './assign-files.js';
import { describeComponent } from './component.js';
import { createReport, listChanges } from './create-report.js';
import { describeMissing } from './describe-missing.js';
import type { Outcome } from './file-outcome.js';
import type { FixOptions, NoticeAbout } from './options.js';
import { listSome } from './list-some.js';
import { prepareRun, type PreparedRun } from './prepare-run.js';
import { removeLeftovers } from './remove-leftovers.js';
import { toReportPath } from './report-root.js';
import { runProjects } from './run-projects.js';
import { UsageError } from './usage-error.js';
import { writeFiles } from './write-files.js';

/** One finished run: the report, and the edited files as they were and are. */
export interface Run {
  readonly report: Report;
  readonly changes: readonly FileChange[];
  /** The files that were judged, by their paths below the report's root. */
  readonly judged: readonly string[];
}

/** Looks at files that are about to be changed, by their paths below a root, and throws where they must not be. */
export type BeforeWrite = (paths: readonly string[], root: string) => Promise<void>;

/**
 * Judges the selected files; with a mode other than `scan`, repairs them in memory; with `write`, on disk as well. Nothing
 * is written before all projects are done, so that a dry run and `write` judge the same texts, and not if `beforeWrite`,
 * which is told what would be, throws.
 */
export async function run(mode: Mode, options: FixOptions, beforeWrite?: BeforeWrite): Promise<Run> {
  const prepared = await prepareRun(mode, options);
  const tell = (sentences: Iterable<string>, about: NoticeAbout): void => {
    for (const sentence of sentences) options.onNotice?.(sentence, about);
  };
  tell(compilerNotices(prepared), 'project');
  tell(describePartlyStaged(prepared), 'run');
  if (mode === 'write')
    await removeLeftovers(
      prepared.projects.flatMap(({ config }) => config.fileNames),
      prepared.root,
    );
  const judged = addNamedComponents(
    await runProjects(prepared, mode, { ...options, ...guardChoice(options, prepared.root, beforeWrite) }),
    prepared,
  );
  tell(judged.notices, 'project');
  tell([...describeMissing(judged.missing), ...describeNothing(judged, prepared, options)], 'run');
  if (!options.shard) assertEachPathIsMet(judged, prepared);
  if (!options.shard) assertDatabaseIsMet(judged, prepared);
  options.signal?.throwIfAborted();
  if (mode === 'write') await beforeWrite?.(pathsOf(listChanges(judged, prepared.root)), prepared.root);
  const outcome = mode === 'write' ? await writeFiles(judged) : judged;
  return {
    report: createReport(outcome, mode, prepared.root),
    changes: listChanges(outcome, prepared.root),
    judged: outcome.files.map(({ fileName }) => toReportPath(fileName, prepared.root)),
  };
}

/** Nobody is asked about a file that must not be written. */
function guardChoice(
  { choose }: FixOptions,
  root: string,
  beforeWrite: BeforeWrite | undefined,
): Pick<FixOptions, 'choose'> {
  if (!choose || !beforeWrite) return {};
  return {
    choose: async (file, offers) => {
      await beforeWrite([file.path], root);
      return await choose(file, offers);
    },
  };
}

/** The files that are there already. */
function pathsOf(changes: readonly FileChange[]): readonly string[] {
  return changes.filter(({ before }) => before !== undefined).map(({ path }) => path);
}

/** Notices about how the projects are read, each once. */
function compilerNotices({ projects }: PreparedRun): ReadonlySet<string> {
  return new Set(projects.flatMap(({ compiler }) => (compiler.source === 'bundled' ? [compiler.notice] : [])));
}

function describePartlyStaged({ task: { partlyStaged } }: PreparedRun): readonly string[] {
  return partlyStaged.length > 0 ? [`Judged as on disk, including unstaged changes: ${listSome(partlyStaged)}.`] : [];
}

/** Counts components as skipped that are named one by one, in whatever tsconfig they are. */
function addNamedComponents(
  outcome: Outcome,
  {
    task: {
      files: { paths },
    },
  }: PreparedRun,
): Outcome {
  const known = new Set(outcome.skips.map(({ fileName }) => toRealPath(fileName)));
  const named = paths.flatMap(path => {
    const reason = describeComponent(path);
    return reason === undefined || known.has(path) ? [] : [{ fileName: path, cause: 'leftOut' as const, reason }];
  });
  return { ...outcome, skips: [...outcome.skips, ...named] };
}

/** Why a run had nothing to judge where that is no mistake: a part may be empty, and a branch may change nothing. */
function describeNothing(
  { files, skips }: Outcome,
  { projects }: PreparedRun,
  { shard, since, staged }: FixOptions,
): readonly string[] {
  if (files.length + skips.length > 0) return [];
  if (shard && projects.length === 0)
    return [`Part ${shard.index}/${shard.count} is empty: there are fewer packages than parts.`];
  if (staged === true) return ['No staged file can be judged.'];
  return since === undefined ? [] : [`No file that can be judged changed since ${since}.`];
}

/** The file that opens the database for the executor has to be part of a project, be it by an import. */
function assertDatabaseIsMet({ hasDatabase }: Outcome, { projects, task: { executor, mode } }: PreparedRun): void {
  if (!executor || mode === 'scan' || hasDatabase) return;
  throw new UsageError(
    `${executor.fileName}: not part of ${projects.map(({ configPath }) => configPath).join(', ')}, so the database cannot be opened with it. Name the tsconfig that includes it with --project.`,
  );
}

/** A path without a file that can be judged is a mistake, unless only changed files are selected. */
function assertEachPathIsMet(
  { files, skips }: Outcome,
  {
    projects,
    task: {
      files: { changed, paths },
    },
  }: PreparedRun,
): void {
  if (changed || paths.length === 0) return;
  const met = [...files, ...skips].map(({ fileName }) => toRealPath(fileName));
  const missed = paths.find(path => !met.some(file => isInside(file, path)));
  if (missed === undefined) return;
  const read = projects.map(({ configPath }) => configPath).join(', ');
  throw new UsageError(
    `${missed}: matches no TypeScript file of ${read}. Name the tsconfig that includes it with --project.`,
  );
}
