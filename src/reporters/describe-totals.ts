import type { Outcome, Report, SkipCause } from '../analysis/report/report.js';

/** The totals of a report, in sentences. */
export interface Totals {
  /** How much was found, and what became of it. */
  readonly found: string;
  /** Files that this does not cover; empty if all of them could be read and judged. */
  readonly missed: readonly string[];
  /** How much was judged, and what could not be. */
  readonly judged: string;
  /** The next steps, one or two sentences each; empty if nothing is left. */
  readonly next: readonly string[];
}

/** Describes a report's summary in words. */
export function describeTotals(report: Report): Totals {
  const { files, findings, judged } = report.summary;
  return {
    found:
      findings === 0
        ? `No lost persistence call in ${count(files, 'file')}.`
        : `${describeFindings(report)} in ${count(report.files.length, 'file')} of ${files}: ${describeOutcomes(report)}.`,
    missed: describeMissed(report),
    judged: `${count(judged, 'candidate call')} checked.${describeUnknown(report)}`,
    next: nextStep(report),
  };
}

/** Files that might contain more findings. */
function describeMissed({ skipped }: Report): readonly string[] {
  const pathsOf = (cause: SkipCause): ReadonlySet<string> =>
    new Set(skipped.filter(file => file.cause === cause).map(({ path }) => path));
  const [unreadable, crashed] = [pathsOf('unreadable').size, pathsOf('crashed').size];
  return [
    ...(unreadable > 0 ? [`${count(unreadable, 'file')} could not be read completely.`] : []),
    ...(crashed > 0 ? [`The analysis failed on ${count(crashed, 'file')}.`] : []),
  ];
}

/** Lost calls and blocking calls. */
function describeFindings({ files, summary }: Report): string {
  const blocking = files
    .flatMap(file => file.findings)
    .filter(({ rule }) => rule === 'persistence/no-blocking-calls').length;
  const lost = summary.findings - blocking;
  const parts = [
    ...(lost > 0 ? [count(lost, 'lost persistence call')] : []),
    ...(blocking > 0 ? [count(blocking, 'blocking call')] : []),
  ];
  return parts.join(' and ');
}

function describeOutcomes({ summary }: Report): string {
  const words: Readonly<Record<Outcome, string>> = {
    fixed: 'fixed',
    fixable: 'can be fixed',
    suggested: 'with a suggestion to review',
    manual: 'to fix manually',
    rolledBack: 'rolled back',
    optedOut: 'opted out',
  };
  const parts = Object.entries(words).map(([outcome, text]) => ({ number: summary[outcome as Outcome], text })); // the keys are outcomes
  return parts
    .filter(({ number }) => number > 0)
    .map(({ number, text }) => `${number} ${text}`)
    .join(', ');
}

function describeUnknown({ summary: { unknown } }: Report): string {
  const reasons = [
    ...(unknown.unresolvedImport > 0
      ? [`${unknown.unresolvedImport} because an import was not found (are the dependencies installed?)`]
      : []),
    ...(unknown.any > 0 ? [`${unknown.any} because a type is \`any\``] : []),
    ...(unknown.implementation > 0
      ? [`${unknown.implementation} because the called function has no visible body, or too many`]
      : []),
  ];
  return reasons.length > 0
    ? ` ${count(unknown.any + unknown.unresolvedImport + unknown.implementation, 'call')} could not be judged: ${reasons.join(', ')}.`
    : '';
}

function nextStep({ mode, summary }: Report): readonly string[] {
  const suggestions = summary.suggested > 0 ? ['`fix --unsafe` also applies suggestions.'] : [];
  if (summary.fixable === 0) return suggestions;
  return mode === 'scan'
    ? [
        'See the edits with `npx eslint-plugin-persistence fix --diff`; apply them with `npx eslint-plugin-persistence fix --write`.',
        ...suggestions,
      ]
    : ['Nothing was written. Apply the edits with --write.', ...suggestions];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
