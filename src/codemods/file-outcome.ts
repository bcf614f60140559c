import type { FileAnalysis } from '../analysis/analyse-file.js';
import type { FileReport, SkipCause } from '../analysis/report/report.js';
import type { Repaired } from './repair-files.js';
import type { SourceText } from './source-text.js';

/** The result of one file. Plain data, which can be passed between threads. */
export interface FileOutcome {
  /** As its program names it. */
  readonly fileName: string;
  readonly tally: Pick<FileAnalysis, 'judged' | 'unknown'>;
  /** Undefined where nothing was found. */
  readonly report: FileReport | undefined;
  /** Undefined where nothing was edited. */
  readonly rewritten: RewrittenText | undefined;
}

/** A text before and after. */
export interface RewrittenText {
  readonly original: SourceText;
  readonly text: string;
}

/** A file that is not judged, or not to its end, or not written, and why. */
export interface Skip {
  /** As its program names it. */
  readonly fileName: string;
  readonly cause: SkipCause;
  readonly reason: string;
}

/** The result of one or several projects. Plain data: it keeps no program alive. */
export interface Outcome extends Repaired {
  readonly files: readonly FileOutcome[];
  readonly skips: readonly Skip[];
  /** Warnings about configuration that could not be read, and what applies instead, one sentence each. */
  readonly notices: readonly string[];
  /** The modules that its files import and that are not found, where calls could not be judged for that reason. */
  readonly missing: readonly string[];
  /** Whether a program has the file that opens the database for the executor. */
  readonly hasDatabase: boolean;
}

/** Takes back the edits of a file. Its findings keep their place in the report. */
export function rollBack({ report, ...file }: FileOutcome, reason: string): FileOutcome {
  const findings = report?.findings.map(finding =>
    finding.outcome === 'fixed' ? { ...finding, outcome: 'rolledBack' as const, reason } : finding,
  );
  return { ...file, rewritten: undefined, report: report && { ...report, findings: findings ?? [] } };
}
