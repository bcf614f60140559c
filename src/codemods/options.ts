import type { PresetName } from '../analysis/rule-options.js';
import type { PersistenceSettings } from '../analysis/settings.js';

/** What to judge, and by which rules. */
export interface ScanOptions {
  /** Relative paths are taken from here, and it is the report's root where it holds all projects. Default: the working directory. */
  readonly cwd?: string;
  /** Files and folders to judge. Default: all files of the projects. */
  readonly paths?: readonly string[];
  /** tsconfig files or their folders. Default: the nearest tsconfig of each path, or of `cwd`. */
  readonly projects?: readonly string[];
  /** Default: `recommended`. */
  readonly preset?: PresetName;
  /** What `settings.persistence` holds in an ESLint configuration. */
  readonly settings?: PersistenceSettings;
}

/** What to judge, and what to do about it. */
export interface FixOptions extends ScanOptions {
  /** Whether files are written. Default: false, a dry run. */
  readonly write?: boolean;
  /** Whether edits that want a look are applied too. Default: false. */
  readonly unsafe?: boolean;
  /** Which files are type-checked before and after, so that a repair that breaks one is taken back. Default: `file`. */
  readonly verify?: Verification;
}

/** Which files verification looks at: those that are edited, all of the project, or none. */
export const verifications = ['file', 'project', 'off'] as const;

/** One of {@link verifications}. */
export type Verification = (typeof verifications)[number];
