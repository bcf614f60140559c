import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '../analysis/report/report.js';
import { describeLimits } from '../reporters/describe-limits.js';
import { renderGithub } from '../reporters/render-github.js';
import { renderGitlab } from '../reporters/render-gitlab.js';
import { renderHtml } from '../reporters/render-html.js';
import { renderJson } from '../reporters/render-json.js';
import { renderMarkdown } from '../reporters/render-markdown.js';
import { renderSarif } from '../reporters/render-sarif.js';
import { renderTable } from '../reporters/render-table.js';
import { plainDisplay, type Reporter } from '../reporters/reporter.js';
import { cannotBeWritten } from './assert-can-be-written.js';
import type { ReportFlags } from './flags.js';
import type { Terminal } from './terminal.js';

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

/** Prints a report in the form that is asked for, or writes it to a file; says on standard error where its reader would not take it. */
export async function printReport(
  report: Report,
  { output, quiet, reporter }: Pick<ReportFlags, 'output' | 'quiet' | 'reporter'>,
  { cwd, display, error, out }: Terminal,
): Promise<void> {
  const render: Reporter = reporters[reporter];
  const text = render(report, output === undefined ? display : plainDisplay);
  if (quiet !== true) for (const sentence of describeLimits(reporter, report, text)) error(`${sentence}\n`);
  if (output === undefined) {
    out(text);
    return;
  }
  const path = resolve(cwd, output);
  try {
    await writeFile(path, text);
  } catch (problem) {
    throw cannotBeWritten(path, 'report', problem);
  }
}
