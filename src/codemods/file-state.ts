import type { FileAnalysis } from '../analysis/analyse-file.js';
import type { Finding } from '../analysis/finding.js';
import type { FilePolicy, Standings } from '../analysis/policy.js';
import type { SourceText } from './source-text.js';

/** One judged file on its way through a run. */
export interface FileState {
  /** As the program names it. */
  readonly fileName: string;
  readonly original: SourceText;
  /** How the project wants the file judged. */
  readonly policy: FilePolicy;
  /** What the file gave before anything was changed. */
  readonly analysis: FileAnalysis;
  /** How these findings stand with the project. */
  readonly standings: Standings;
  /** The text as the edits so far leave it. */
  text: string;
  /** The findings whose edits are in `text`. */
  readonly fixed: Set<Finding>;
  /** Why the edits were taken back; undefined where they were not. */
  rolledBack: string | undefined;
}

/** Takes back every edit of a file. Its findings keep their place in the report. */
export function rollBack(state: FileState, reason: string): void {
  state.text = state.original.text;
  state.rolledBack = reason;
}

/** Whether a file's text differs from what was read. */
export function isEdited(state: FileState): boolean {
  return state.text !== state.original.text;
}
