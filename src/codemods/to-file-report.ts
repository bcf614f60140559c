import { createHash } from 'node:crypto';
import type { Edit, Finding, Range } from '../analysis/finding.js';
import { kinds, renderMessage } from '../analysis/kinds/kinds.js';
import type { FileReport, Outcome, ReportedFinding } from '../analysis/report/report.js';
import type { FileState, Settled } from './file-state.js';
import { changeOf, editsOf } from './repair.js';
import { toReportPath } from './report-root.js';

/** The context in which a file's findings are shown. */
export interface FileReporting {
  /** Where the paths of the report start. */
  readonly root: string;
  /** Whether a remedy's edits are to be applied. */
  readonly isWanted: (finding: Finding) => boolean;
  /** The outcome of a finding whose edits were made in memory: fixed on disk in the end, or not. */
  readonly repaired: 'fixed' | 'fixable';
}

/** Turns a file's findings into what reports show. Paths are relative to `root`, with forward slashes. */
export function toFileReport(state: FileState, { isWanted, repaired, root }: FileReporting): FileReport {
  const path = toReportPath(state.fileName, root);
  const lines = new LineIndex(state.original.text);
  const ranks = new Map<string, number>();
  const findings = findingsOf(state).map(finding => {
    const key = [path, finding.kind, finding.function, finding.call].join('\n');
    const rank = ranks.get(key) ?? 0;
    ranks.set(key, rank + 1);
    return toReported(finding, state.settled.get(finding) ?? predictOutcome(finding, state, isWanted), {
      id: toId(`${key}\n${rank}`),
      lines,
      repaired,
      root,
    });
  });
  return { path, hash: state.original.hash, findings };
}

/** A finding as it is shown with other edits of its file, which may stand far apart, than those of its remedy. */
export function withEdits(reported: ReportedFinding, edits: readonly Edit[], { original }: FileState): ReportedFinding {
  const { start, end } = edits.reduce(
    (range, edit) => ({ start: Math.min(range.start, edit.start), end: Math.max(range.end, edit.end) }),
    { start: Infinity, end: 0 },
  );
  return edits.length === 0
    ? reported
    : { ...reported, edits, ...new LineIndex(original.text).beforeAndAfter({ start, end }, edits) };
}

/** The findings of a file, and those that only the edits brought to light. */
function findingsOf({ analysis, settled }: FileState): readonly Finding[] {
  return settled.size > 0 ? [...settled.keys()] : analysis.findings;
}

/** The predicted outcome of a repair. */
function predictOutcome(
  finding: Finding,
  { standings, readOnlyReason }: FileState,
  isWanted: (finding: Finding) => boolean,
): Settled {
  const standing = standings.of(finding);
  const isFixed = isWanted(finding) && readOnlyReason === undefined;
  return {
    standing,
    fate: isFixed
      ? { kind: 'fixed', edits: editsOf(finding) }
      : { kind: 'left', reason: isWanted(finding) ? readOnlyReason : undefined },
  };
}

interface Rendering extends Pick<FileReporting, 'repaired' | 'root'> {
  readonly id: string;
  readonly lines: LineIndex;
}

function toReported(finding: Finding, settled: Settled, { id, lines, repaired, root }: Rendering): ReportedFinding {
  const { origin, range, remedy } = finding;
  const {
    fate,
    standing: { severity },
  } = settled;
  const reason = reasonFor(finding, settled);
  const start = lines.positionOf(range.start);
  const end = lines.positionOf(range.end);
  const edits = fate.kind === 'fixed' ? fate.edits : editsOf(finding);
  return {
    id,
    rule: `persistence/${kinds[finding.kind].rule}`,
    kind: finding.kind,
    severity,
    title: kinds[finding.kind].title,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message: renderMessage(finding.kind, finding.data),
    call: finding.call,
    operation: origin.operation,
    library: origin.library,
    execution: origin.execution,
    function: finding.function,
    via: origin.via,
    ...(origin.steps && {
      steps: origin.steps.map(({ file, ...step }) => ({ ...step, path: toReportPath(file, root) })),
    }),
    remedy: remedy.type,
    ...(reason !== undefined && { reason }),
    outcome: outcomeOf(finding, settled, repaired),
    ...(settled.standing.kind === 'optedOut' && { optOut: settled.standing.by }),
    edits,
    ...lines.beforeAndAfter(range, changeOf(finding).edits), // without the imports, which are far away
  };
}

function outcomeOf({ remedy }: Finding, { fate, standing }: Settled, repaired: FileReporting['repaired']): Outcome {
  if (standing.kind === 'optedOut') return 'optedOut';
  if (fate.kind === 'fixed') return repaired;
  if (fate.kind === 'rolledBack') return fate.kind;
  return remedy.type === 'suggestion' && fate.reason === undefined ? 'suggested' : 'manual';
}

/** Why nothing was edited, or why the edit is no fix. */
function reasonFor({ remedy }: Finding, { fate, standing }: Settled): string | undefined {
  if (standing.kind === 'optedOut') return standing.reason;
  const reason = fate.kind === 'fixed' ? undefined : fate.reason;
  return reason ?? (remedy.type === 'fix' ? undefined : remedy.reason);
}

function toId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** Where the lines of a text begin. */
class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = [
      0,
      ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ 0: end, index }) => index + end.length),
    ];
  }

  /** Line and column of an offset, both from 1. */
  positionOf(offset: number): { readonly line: number; readonly column: number } {
    const line = this.#lineOf(offset);
    return { line: line + 1, column: offset - this.#startOf(line) + 1 };
  }

  /** The whole lines that a range and some edits touch, as they are and with the edits. */
  beforeAndAfter(
    range: Range,
    edits: readonly Edit[],
  ): Required<Pick<ReportedFinding, 'after' | 'before' | 'beforeLine'>> {
    const first = this.#lineOf(Math.min(range.start, ...edits.map(edit => edit.start)));
    const start = this.#startOf(first);
    const last = this.#lineOf(Math.max(range.end, ...edits.map(edit => edit.end)));
    const end = this.#starts[last + 1] ?? this.#text.length;
    const before = this.#text.slice(start, end).trimEnd();
    const after = edits
      .toReversed()
      .reduce((text, edit) => text.slice(0, edit.start - start) + edit.text + text.slice(edit.end - start), before);
    return { before, after, beforeLine: first + 1 };
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? 0;
  }
}
