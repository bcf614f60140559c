import type { Execution, Operation } from '../../catalogue/library-entry.js';
import type { OptOut } from '../configuration/policy.js';
import type { Edit } from '../finding.js';
import type { Kind } from '../kinds/kinds.js';
import type { NotKnownCounts } from '../not-known.js';

/** What ran: `scan`, `fix` without writing, or `fix --write`. */
export type Mode = 'scan' | 'dryRun' | 'write';

/**
 * What became of a finding: `fixed` by an edit that is written, or `fixable` by one that is not, as in a scan or a dry run;
 * `suggested` as an edit that needs a look, `manual` left to a person, `rolledBack` because the file no longer type-checked,
 * `optedOut` by a comment or a list.
 */
export type Outcome = 'fixed' | 'fixable' | 'suggested' | 'manual' | 'rolledBack' | 'optedOut';

/** All outcomes, in the order reports show them. */
export const outcomes = [
  'fixed',
  'fixable',
  'suggested',
  'manual',
  'rolledBack',
  'optedOut',
] as const satisfies readonly Outcome[];

/** A finding as reports show it. Lines and columns count from 1, columns in UTF-16 units. */
export interface ReportedFinding {
  /** Stays the same when lines move: made of the path, the kind, the function, the call and its rank among equals. */
  readonly id: string;
  readonly rule: string;
  readonly kind: Kind;
  readonly severity: 'error' | 'warning';
  /** What the kind is called. */
  readonly title: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly call: string;
  readonly operation: Operation;
  readonly library: string;
  readonly execution: Execution;
  readonly function: string;
  /** The project functions the call goes through, outermost first. */
  readonly via: readonly string[];
  /** Where these functions stand, with those that have no name, and at last the call that they come to; missing for a direct call. */
  readonly steps?: readonly ReportedStep[];
  readonly remedy: 'fix' | 'suggestion' | 'manual';
  /** Why the remedy is no fix, or why the edit was taken back. */
  readonly reason?: string;
  readonly outcome: Outcome;
  /** What opts out of it, where that is its outcome. */
  readonly optOut?: OptOut;
  /** Offsets into the file as it was before, in UTF-16 units, without its byte order mark. */
  readonly edits: readonly Edit[];
  /** The lines that the finding and its edits touch, as they were and as the edits leave them; those of imports are left out. */
  readonly before: string;
  readonly after: string;
  /** The number of the first of these lines; missing in reports of earlier versions. */
  readonly beforeLine?: number;
}

/** A place on the way to a call. `path` is relative to the report's root, with forward slashes; line and column count from 1. */
export interface ReportedStep {
  /** The function's name, or the call without its arguments. */
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** One file with findings. */
export interface FileReport {
  /** Relative to the report's `root`, with forward slashes. */
  readonly path: string;
  /** SHA-256 of the file's bytes before anything was changed, in hexadecimal. */
  readonly hash: string;
  readonly findings: readonly ReportedFinding[];
}

/**
 * Why a file is listed as skipped: `leftOut` since nobody asks for it or nothing reads its kind, `unreadable` as it cannot be
 * opened or not be understood to its end, `crashed` because the analysis failed on it, `notWritten` though it was to be.
 */
export type SkipCause = 'leftOut' | 'unreadable' | 'crashed' | 'notWritten';

/** All causes. */
export const skipCauses = ['leftOut', 'unreadable', 'crashed', 'notWritten'] as const satisfies readonly SkipCause[];

/** A file that was not judged, or not to its end, or not written, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly cause: SkipCause;
  readonly reason: string;
}

/** Totals of a report. The outcomes add up to `findings`. */
export interface Summary extends Readonly<Record<Outcome, number>> {
  /** How many files were judged. */
  readonly files: number;
  readonly findings: number;
  /** How many calls that by use and name might lose a promise the type checker could answer for. */
  readonly judged: number;
  /** How many it could not answer for, because a type is `any` or an import was not found, with those that go by the name of a function that blocks. */
  readonly unknown: NotKnownCounts;
}

/** What `scan` and `fix` give; every reporter is a function of it. */
export interface Report {
  readonly schemaVersion: 2;
  readonly tool: { readonly name: string; readonly version: string };
  readonly mode: Mode;
  /** Absolute, with forward slashes. */
  readonly root: string;
  /** Ordered by path; files without findings are left out. */
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
  readonly summary: Summary;
}

/** A file that the run changed or created, in memory or on disk. */
export interface FileChange {
  /** Relative to the report's root, with forward slashes. */
  readonly path: string;
  /** With the byte order mark that the file has; undefined where there was no such file. */
  readonly before: string | undefined;
  readonly after: string;
}
