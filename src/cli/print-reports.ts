import type { Report } from '../analysis/report/report.js';
import { describeLimits } from '../reporters/describe-limits.js';
import { renderGithub } from '../reporters/render-github.js';
import { renderGitlab } from '../reporters/render-gitlab.js';
import { renderHtml } from '../reporters/render-html.js';
import { renderJson } from '../reporters/render-json.js';
import { renderMarkdown } from '../reporters/render-markdown.js';
import { renderSarif } from '../reporters/render-sarif.js';
import { renderStatistics } from '../reporters/render-statistics.js';
import { renderStatisticsMarkdown } from '../reporters/render-statistics-markdown.js';
import { renderTable } from '../reporters/render-table.js';
import { plainDisplay, type Reporter } from '../reporters/reporter.js';
import type { ReportFlags } from './flags.js';
import type { ReportTarget } from './resolve-targets.js';
import type { Terminal } from './terminal.js';
import { writeOutput } from './write-output.js';

/** Every form a report has, by the name that `--reporter` takes. */
export const reporters = {
  table: renderTable,
  json: renderJson,
  sarif: renderSarif,
  markdown: renderMarkdown,
  html: renderHtml,
  github: renderGithub,
  gitlab: renderGitlab,
} as const satisfies Record<string, Reporter>;

/** The name of a form. */
export type ReporterName = keyof typeof reporters;

/** The names of all forms. */
export const reporterNames = Object.keys(reporters) as readonly ReporterName[]; // Object.keys widens to string

/** Prints a report in each form that is asked for, or writes it to a file; says on standard error where its reader would not take it. */
export async function printReports(
  report: Report,
  { quiet, statistics = false, targets }: PrintedAs,
  { display, error, out }: Terminal,
): Promise<void> {
  for (const { path, reporter } of targets) {
    const render: Reporter = reporters[reporter];
    const shown = path === undefined ? display : plainDisplay;
    const text = `${render(report, shown)}${statistics ? (statisticsIn(reporter)?.(report, shown) ?? '') : ''}`;
    if (quiet !== true) for (const sentence of describeLimits(reporter, report, text)) error(`${sentence}\n`);
    if (path === undefined) out(text);
    else await writeOutput(path, 'report', text);
  }
}

/** How a form shows what its findings count up to; undefined for one that programs read, which have them all. */
export function statisticsIn(reporter: ReporterName): Reporter | undefined {
  if (reporter === 'table') return renderStatistics;
  return reporter === 'markdown' ? renderStatisticsMarkdown : undefined;
}

/** The forms of a report, and whether they are all that is said. */
export interface PrintedAs extends Pick<ReportFlags, 'quiet' | 'statistics'> {
  readonly targets: readonly ReportTarget[];
}
