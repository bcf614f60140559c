import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '../analysis/report/report.js';
import { UsageError } from '../codemods/usage-error.js';
import { renderGithub } from '../reporters/render-github.js';
import { renderGitlab } from '../reporters/render-gitlab.js';
import { renderJson } from '../reporters/render-json.js';
import { renderMarkdown } from '../reporters/render-markdown.js';
import { renderSarif } from '../reporters/render-sarif.js';
import { renderTable } from '../reporters/render-table.js';
import { plainDisplay, type Reporter } from '../reporters/reporter.js';
import type { ReportFlags } from './flags.js';
import type { Terminal } from './terminal.js';

/** Every form a report has, by the name that `--reporter` takes. */
export const reporters = {
  table: renderTable,
  json: renderJson,
  sarif: renderSarif,
  markdown: renderMarkdown,
  github: renderGithub,
  gitlab: renderGitlab,
} as const satisfies Record<string, Reporter>;

/** Prints a report in the form that is asked for, or writes it to a file. */
export async function printReport(report: Report, { output, reporter }: Pick<ReportFlags, 'output' | 'reporter'>, { cwd, display, out }: Terminal): Promise<void> {
  const render: Reporter = reporters[reporter];
  if (output === undefined) {
    out(render(report, display));
    return;
  }
  const path = resolve(cwd, output);
  try {
    await writeFile(path, render(report, plainDisplay));
  } catch (error) {
    throw new UsageError(`${path}: the report cannot be written there (${error instanceof Error ? error.message : String(error)}).`);
  }
}
