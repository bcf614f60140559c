import { realpathSync } from 'node:fs';
import type { Finding } from '../analysis/finding.js';
import type { FindingFilter } from '../analysis/configuration/narrow-checks.js';
import type { Mode } from '../analysis/report/report.js';
import type { PresetName } from '../analysis/configuration/rule-options.js';
import { parseSettings, type Settings } from '../analysis/configuration/settings.js';
import { assertSomethingIsMeant } from './assert-something-is-meant.js';
import { findChangedFiles } from './find-changed-files.js';
import type { ProjectSelection } from './find-config-paths.js';
import { parseDatabaseName, type DatabaseName } from './executor/find-database.js';
import { isThere } from './is-there.js';
import type { ExecutorOptions, FixOptions, Verification } from './options.js';
import { findStagedFiles, type StagedFiles } from './find-staged-files.js';
import { toFileSelection, type FileSelection } from './select-files.js';
import { toFindingFilter } from './to-finding-filter.js';
import { UsageError } from './usage-error.js';

/** What a run is to do: its options, proved and with their defaults. */
export interface Task {
  readonly mode: Mode;
  readonly projects: ProjectSelection;
  readonly files: FileSelection;
  /** Files that are meant since git would commit them, and that have other texts on disk. */
  readonly partlyStaged: readonly string[];
  /** Whether the project's ESLint configuration is asked. */
  readonly readsConfig: boolean;
  /** The rules that hold; where it is undefined, those that the project's ESLint configuration turns on. */
  readonly preset: PresetName | undefined;
  /** What holds in place of what the project's ESLint configuration sets. */
  readonly settings: Settings | undefined;
  /** What is left of that, and what is looked for beyond it. */
  readonly filter: FindingFilter;
  /** Whether a remedy's edits are to be applied. */
  readonly isWanted: (finding: Pick<Finding, 'remedy'>) => boolean;
  /** Which functions become async that lose a call because they are not. */
  readonly makeAsync: 'none' | 'ownFunctions' | 'publicFunctions';
  /** Whether edits that can change control flow, order or concurrency are wanted. */
  readonly isUnsafe: boolean;
  readonly verify: Verification;
  readonly executor: ExecutorTask | undefined;
}

/** How statements are moved to worker threads. */
export interface ExecutorTask extends DatabaseName {
  readonly threads: number;
}

/** Fills in the defaults. Throws a {@link UsageError} for an option that makes no sense. */
export async function prepareTask(mode: Mode, options: FixOptions): Promise<Task> {
  const { paths = [], projects = [], workspaces = false } = options;
  assertNumbers(options);
  const filter = toFindingFilter(options);
  assertSomethingIsMeant(options, filter);
  const parsed = parseSettings(options.settings);
  if (!parsed.ok) throw new UsageError(parsed.problems.join(' '));
  const cwd = realpathSync(options.cwd ?? process.cwd());
  const changed = await selectChanged(cwd, options);
  return {
    mode,
    projects: { cwd, paths, projects, workspaces },
    files: toFileSelection(cwd, paths, changed?.paths),
    partlyStaged: changed?.partly ?? [],
    readsConfig: options.eslintConfig ?? true,
    preset: options.preset,
    settings: options.settings && parsed.settings,
    filter,
    isWanted: ({ remedy }) => remedy.type === 'fix' || (remedy.type === 'suggestion' && options.unsafe === true),
    makeAsync:
      options.makeAsync !== true ? 'none' : options.includePublic === true ? 'publicFunctions' : 'ownFunctions',
    isUnsafe: options.unsafe === true,
    verify: options.verify ?? 'file',
    executor: options.executor && toExecutorTask(options.executor, cwd),
  };
}

/** The files that are meant of those that git knows to have changed; undefined where all are. */
async function selectChanged(cwd: string, { since, staged }: FixOptions): Promise<StagedFiles | undefined> {
  if (since !== undefined && staged === true)
    throw new UsageError('--since and --staged each say which files changed. Leave out one of them.');
  if (staged === true) return await findStagedFiles(cwd);
  return since === undefined ? undefined : { paths: await findChangedFiles(cwd, since), partly: [] };
}

function toExecutorTask({ database, threads = 5 }: ExecutorOptions, cwd: string): ExecutorTask {
  const task = { ...parseDatabaseName(database, cwd), threads };
  if (!isThere(task.fileName))
    throw new UsageError(`${task.fileName}: no such file. Name the one that opens the database with --executor.`);
  return task;
}

function assertNumbers({ concurrency = 1, shard = { index: 1, count: 1 } }: FixOptions): void {
  const { count, index } = shard;
  if (!isCount(index) || !isCount(count) || index > count)
    throw new UsageError(`${index}/${count}: this is no part of a whole. Name one as 1/3, 2/3 or 3/3.`);
  if (!isCount(concurrency)) throw new UsageError(`${concurrency}: at least one project has to run at a time.`);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
