import type { FileAnalysis } from '../analysis/analyse-file.js';
import type { Edit, Finding } from '../analysis/finding.js';
import type { FilePolicy, Standing, Standings } from '../analysis/configuration/policy.js';
import type { EditedText } from './edited-text.js';
import type { SourceText } from './source-text.js';

/** The outcome of a finding, and whether the project opts out of it. */
export interface Settled {
  readonly fate: Fate;
  readonly standing: Standing;
}

/** The outcome of a finding after files were repaired. */
export type Fate =
  /** Mended by these edits of the original text of its file. */
  | { readonly kind: 'fixed'; readonly edits: readonly Edit[] }
  /** The edits were rolled back. */
  | { readonly kind: 'rolledBack'; readonly reason: string }
  /** Nothing was tried; a reason is given where it is another than that of the remedy. */
  | { readonly kind: 'left'; readonly reason: string | undefined };

/** One judged file on its way through a run. */
export interface FileState {
  /** As the program names it. */
  readonly fileName: string;
  readonly original: SourceText;
  /** Why it may not be edited; undefined where it may. */
  readonly readOnlyReason: string | undefined;
  /** How the project wants the file judged. */
  readonly policy: FilePolicy;
  /** The analysis of the original file. */
  readonly analysis: FileAnalysis;
  /** Whether the project opts out of these findings. */
  readonly standings: Standings;
  /** The edits so far. */
  edited: EditedText;
  /** The text as they leave it. */
  text: string;
  /** What became of the findings of the first analysis, and of those that only the edits brought to light, as places of the original text. Empty where nothing was repaired. */
  settled: ReadonlyMap<Finding, Settled>;
}

/** How many findings some files have. */
export function countFindings(states: readonly FileState[]): number {
  return states.reduce((total, { analysis }) => total + analysis.findings.length, 0);
}

/** Whether a file's text differs from what was read. */
export function isEdited(state: FileState): boolean {
  return state.text !== state.original.text;
}
