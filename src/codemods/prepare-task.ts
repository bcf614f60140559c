import { realpathSync } from 'node:fs';
import type { Finding } from '../analysis/finding.js';
import type { FindingFilter } from '../analysis/configuration/narrow-checks.js';
import type { Mode } from '../analysis/report/report.js';
import type { PresetName } from '../analysis/configuration/rule-options.js';
import { parseSettings, type Settings } from '../analysis/configuration/settings.js';
import { assertKindsAreSelected } from './assert-kinds-are-selected.js';
import { findChangedFiles } from './find-changed-files.js';
import type { ProjectSelection } from './find-config-paths.js';
import { parseDatabaseName, type DatabaseName } from './executor/find-database.js';
import { isThere } from './is-there.js';
import type { ExecutorOptions, FixOptions, Verification } from './options.js';
import { findStagedFiles, type StagedFiles } from './find-staged-files.js';
import { toFileSelection, type FileSelection } from './select-files.js';
import { toFindingFilter } from './to-finding-filter.js';
import { UsageError } from './usage-error.js';

/** The task of a run: its validated options, with their defaults. */
export interface Task {
  readonly mode: Mode;
  readonly projects: ProjectSelection;
  readonly files: FileSelection;
  /** Selected files whose staged contents differ from those on disk. */
  readonly partlyStaged: readonly string[];
  /** Whether the project's ESLint configuration is asked. */
  readonly readsConfig: boolean;
  /** The preset whose rules apply; if undefined, the rules that the project's ESLint configuration turns on. */
  readonly preset: PresetName | undefined;
  /** Settings that replace those of the project's ESLint configuration. */
  readonly settings: Settings | undefined;
  /** Which findings are selected, beyond or within those rules. */
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
  assertKindsAreSelected(options, filter);
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

/** The selected files that git reports as changed; undefined if all files are selected. */
async function selectChanged(cwd: string, { since, staged }: FixOptions): Promise<StagedFiles | undefined> {
  if (since !== undefined && staged === true)
    throw new UsageError('--since and --staged both select the changed files. Remove one of them.');
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
    throw new UsageError(`Invalid shard ${index}/${count}: use INDEX/COUNT, for example 1/3.`);
  if (!isCount(concurrency)) throw new UsageError(`--concurrency must be at least 1.`);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
