import type { RuleName } from '../analysis/kinds/kind.js';
import type { Kind } from '../analysis/kinds/kinds.js';
import type { FileReport } from '../analysis/report/report.js';
import type { FormerName } from '../analysis/configuration/current-name.js';
import type { PresetName } from '../analysis/configuration/rule-options.js';
import type { PersistenceSettings } from '../analysis/configuration/settings.js';
import type { Progress } from './progress.js';

// Names that the options accept.
export { kindNames } from '../analysis/kinds/kinds.js';
export { toCurrentName } from '../analysis/configuration/current-name.js';
export { ruleNames } from '../analysis/configuration/rule-options.js';

/** Which files to judge, and by which rules. */
export interface ScanOptions {
  /** Paths are relative to this folder, and it is the report's root if it contains all projects. Default: the working directory. */
  readonly cwd?: string;
  /** Files and folders to judge. Default: all files of the projects. */
  readonly paths?: readonly string[];
  /** tsconfig files, their folders, or globs of either. Default: the nearest tsconfig of each path, or of `cwd`. */
  readonly projects?: readonly string[];
  /** Whether every package of the workspace around `cwd` is a project: of npm, pnpm, Yarn or Bun. Default: false. */
  readonly workspaces?: boolean;
  /** Only files that differ from this git revision, or from where the branch left it. */
  readonly since?: string;
  /** Only files that the next git commit changes, as they are on disk. Not with `since`. Default: false. */
  readonly staged?: boolean;
  /** Only one part of the projects, so that several machines can share the work. */
  readonly shard?: Shard;
  /** How many projects run in parallel, each in its own thread, with the memory that this requires. Default: 1. */
  readonly concurrency?: number;
  /**
   * Whether the project's ESLint configuration decides which rules apply to a file, with which options and settings, and which
   * files are left out. Default: true.
   */
  readonly eslintConfig?: boolean;
  /** The preset that applies instead of the ESLint configuration. Default: that configuration, or `recommended` if there is none. */
  readonly preset?: PresetName;
  /** The only rules that apply, even if the preset or the configuration does not turn them on. */
  readonly rules?: readonly RuleName[];
  /** The only kinds that are reported, even if the preset or the configuration does not turn them on. */
  readonly only?: readonly (Kind | FormerName<'kind'>)[];
  /** Kinds that are left out. */
  readonly skip?: readonly (Kind | FormerName<'kind'>)[];
  /** Settings that replace `settings.persistence` of the ESLint configuration. */
  readonly settings?: PersistenceSettings;
  /**
   * A folder in which results of scans are kept, and taken from as long as nothing has changed that they depend on. What cannot
   * be read there is as if it were not there. Default: none are kept. `fix` takes no notice of it.
   */
  readonly cache?: string;
  /** Ends the run by throwing the signal's reason. Nothing is written once it is aborted. */
  readonly signal?: AbortSignal;
  /** Is called repeatedly with the progress of the run. */
  readonly onProgress?: (progress: Progress) => void;
  /** Is called with each sentence that a reader of the report should know about how it was made, and what the sentence is about. */
  readonly onNotice?: (sentence: string, about: NoticeAbout) => void;
}

/** Whether a notice is about the project's setup, so that the next run would repeat it, or only about this run. */
export type NoticeAbout = 'project' | 'run';

/** The `index`th of `count` parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** How statements of a synchronous SQLite driver are moved to worker threads. */
export interface ExecutorOptions {
  /** The export that opens the database in each of them, as in `src/open-database.ts#openDatabase`. */
  readonly database: string;
  /** The number of threads, unless the environment overrides it. Default: 5. */
  readonly threads?: number;
}

/** Which files to judge, and how to repair them. */
export interface FixOptions extends ScanOptions {
  /** Whether files are written. Default: false, a dry run. */
  readonly write?: boolean;
  /** Whether suggestions are applied too. Default: false. */
  readonly unsafe?: boolean;
  /** Whether functions become async that lose a call because they are not, along with their callers. Implies that such calls are reported. Default: false. */
  readonly makeAsync?: boolean;
  /** Whether that also applies to functions that can be called from outside the project. Default: false. */
  readonly includePublic?: boolean;
  /** Whether statements of a synchronous SQLite driver are moved to worker threads, and how. Default: they stay where they are. */
  readonly executor?: ExecutorOptions;
  /**
   * Selects which of a file's planned repairs to make, before any is made. Returns the ids of their findings.
   * Where it is set, one project runs at a time.
   */
  readonly choose?: (file: FileReport, offers: Offers) => Promise<ReadonlySet<string>>;
  /** Which files are type-checked before and after, to roll back repairs that introduce type errors. Default: `file`. */
  readonly verify?: Verification;
}

/** How many repairs of a project there are to choose among, and how many of them are of files that were asked about before. */
export interface Offers {
  readonly before: number;
  readonly all: number;
}

/** Which files verification looks at: those that are edited, all of the project, or none. */
export const verifications = ['file', 'project', 'off'] as const;

/** One of {@link verifications}. */
export type Verification = (typeof verifications)[number];
