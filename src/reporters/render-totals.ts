import type { Outcome, Report } from '../analysis/report.js';
import type { Display } from './reporter.js';

/** The last lines of a run: how much was found, what became of it, what could not be judged, and what to do next. */
export function renderTotals(report: Report, { style }: Display): string {
  const { files, findings, judged } = report.summary;
  const head =
    findings === 0
      ? style('green', `No lost persistence call in ${count(files, 'file')}.`)
      : style('bold', `${count(findings, 'lost persistence call')} in ${count(report.files.length, 'file')} of ${files}: ${renderOutcomes(report)}.`);
  const lines = [head, style('dim', `${count(judged, 'call')} whose result is dropped or never read ${judged === 1 ? 'was' : 'were'} judged.${renderUnknown(report)}`), ...nextStep(report)];
  return `${lines.join('\n')}\n`;
}

function renderOutcomes({ mode, summary }: Report): string {
  const words: Readonly<Record<Outcome, string>> = {
    fixed: mode === 'write' ? 'fixed' : 'can be fixed',
    suggested: 'with a suggestion that wants a look',
    manual: 'for a person',
    rolledBack: 'rolled back',
    optedOut: 'opted out',
  };
  const parts = Object.entries(words).map(([outcome, text]) => ({ number: summary[outcome as Outcome], text })); // the keys are outcomes
  return parts.filter(({ number }) => number > 0).map(({ number, text }) => `${number} ${text}`).join(', ');
}

function renderUnknown({ summary: { unknown } }: Report): string {
  const reasons = [
    ...(unknown.unresolvedImport > 0 ? [`${unknown.unresolvedImport} because an import was not found (are the dependencies installed?)`] : []),
    ...(unknown.any > 0 ? [`${unknown.any} because a type is \`any\``] : []),
  ];
  return reasons.length > 0 ? ` ${count(unknown.any + unknown.unresolvedImport, 'call')} could not be judged: ${reasons.join(', ')}.` : '';
}

function nextStep({ mode, summary }: Report): readonly string[] {
  const suggestions = summary.suggested > 0 ? ['Suggestions are applied, too, with --unsafe.'] : [];
  if (mode === 'write' || summary.fixed === 0) return suggestions;
  return mode === 'scan'
    ? ['See the edits with `eslint-plugin-persistence fix --diff`; apply them with `eslint-plugin-persistence fix --write`.', ...suggestions]
    : ['Nothing was written. Apply the edits with --write.', ...suggestions];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
