import type { Kind, RuleName } from '../analysis/kinds.js';
import type { FileReport } from '../analysis/report/report.js';
import type { PresetName } from '../analysis/configuration/rule-options.js';
import type { PersistenceSettings } from '../analysis/configuration/settings.js';
import type { Progress } from './progress.js';

// What the options may name.
export { kindNames } from '../analysis/kinds.js';
export { ruleNames } from '../analysis/configuration/rule-options.js';

/** What to judge, and by which rules. */
export interface ScanOptions {
  /** Relative paths are taken from here, and it is the report's root where it holds all projects. Default: the working directory. */
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
  /** How many projects run at once, each in a thread of its own, with the memory that this takes. Default: 1. */
  readonly concurrency?: number;
  /**
   * Whether the project's ESLint configuration says which rules hold for a file, with which options and settings, and which
   * files are left out. Default: true.
   */
  readonly eslintConfig?: boolean;
  /** The rules that hold, whatever the ESLint configuration says. Default: what it says; `recommended` where it says nothing. */
  readonly preset?: PresetName;
  /** The rules that hold, whatever the preset or the configuration turns on. */
  readonly rules?: readonly RuleName[];
  /** The kinds that are looked for, whatever the preset or the configuration turns on. */
  readonly only?: readonly Kind[];
  /** Kinds that are left out. */
  readonly skip?: readonly Kind[];
  /** What holds in place of `settings.persistence` in the ESLint configuration. */
  readonly settings?: PersistenceSettings;
  /**
   * A folder in which results of scans are kept, and taken from as long as nothing has changed that they depend on. What cannot
   * be read there is as if it were not there. Default: none are kept. `fix` takes no notice of it.
   */
  readonly cache?: string;
  /** Ends the run by throwing the signal's reason. Nothing is written once it is aborted. */
  readonly signal?: AbortSignal;
  /** Is told again and again how far the run is. */
  readonly onProgress?: (progress: Progress) => void;
  /** Is told, in one sentence each, what a reader of the report should know of how it came about, and what that is about. */
  readonly onNotice?: (sentence: string, about: NoticeAbout) => void;
}

/** Whether a notice is about how the project is set up, so that the next run would say the same, or about this very run. */
export type NoticeAbout = 'project' | 'run';

/** The `index`th of `count` parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** How statements of a synchronous SQLite driver are moved to worker threads. */
export interface ExecutorOptions {
  /** What opens the database in each of them, as in `src/open-database.ts#openDatabase`. */
  readonly database: string;
  /** How many threads there are, where the environment says nothing else. Default: 5. */
  readonly threads?: number;
}

/** What to judge, and what to do about it. */
export interface FixOptions extends ScanOptions {
  /** Whether files are written. Default: false, a dry run. */
  readonly write?: boolean;
  /** Whether edits that want a look are applied too. Default: false. */
  readonly unsafe?: boolean;
  /** Whether functions become async that lose a call because they are not, and all that calls them. Implies that such calls are looked for. Default: false. */
  readonly makeAsync?: boolean;
  /** Whether that holds for functions, too, that can be called from outside of the project. Default: false. */
  readonly includePublic?: boolean;
  /** Whether statements of a synchronous SQLite driver are moved to worker threads, and how. Default: they stay where they are. */
  readonly executor?: ExecutorOptions;
  /**
   * Is asked which of a file's repairs to make, of those that would be made, before any is. Gives the ids of their findings.
   * Where it is set, one project runs at a time.
   */
  readonly choose?: (file: FileReport, offers: Offers) => Promise<ReadonlySet<string>>;
  /** Which files are type-checked before and after, so that a repair that breaks one is taken back. Default: `file`. */
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
