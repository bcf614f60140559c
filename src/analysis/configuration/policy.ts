import type ts from 'typescript';
import type { Checks } from './checks.js';
import type { Finding } from '../finding.js';
import type { RuleName } from '../kinds/kind.js';
import type { Settings } from './settings.js';

/** How severe a finding is for its project, and whether the project opts out of it: by a comment, or by a list of findings it knows of. */
export type Standing =
  | { readonly kind: 'open'; readonly severity: 'error' | 'warning' }
  | { readonly kind: 'optedOut'; readonly severity: 'error' | 'warning'; readonly by: OptOut; readonly reason: string };

/** Where a project opts out of a finding: in a comment of the file, or in its list of those it knows of. */
export type OptOut = 'comment' | 'list';

/** How the findings of one text stand. */
export interface Standings {
  /** The rules whose findings in this file are all on the project's list of known ones. */
  readonly known: ReadonlySet<RuleName>;
  of(finding: Finding): Standing;
}

/** How a project wants one file judged. */
export interface FilePolicy {
  /** The same object for all files that are judged alike, since the analysis remembers by it what it found out. */
  readonly settings: Settings;
  /** What to look for in a text of the file, which may configure the rules itself. */
  checksOf(sourceFile: ts.SourceFile): Checks;
  /**
   * How findings stand in a text of the file. Once edits have moved them, `before` says how those of the file as it was read
   * stood: fewer findings than are known are no reason to opt out of what is left.
   */
  standingsOf(sourceFile: ts.SourceFile, findings: readonly Finding[], before?: Standings): Standings;
}

/** Whether a file is judged, and how. */
export type FileDecision =
  { readonly kind: 'judged'; readonly policy: FilePolicy } | { readonly kind: 'skipped'; readonly reason: string };

/** How a project wants its files judged. */
export interface Policy {
  /** What of the project's own word could not be had, and what holds in its place: a sentence each. */
  readonly notices: readonly string[];
  decide(sourceFile: ts.SourceFile): FileDecision;
}
