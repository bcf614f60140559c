import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '../analysis/report/report.js';
import { UsageError } from '../codemods/usage-error.js';
import { mergeReports, type NamedReport } from '../reporters/merge-reports.js';
import { parseReport } from '../reporters/parse-report.js';

/** Makes one report of the files that the JSON reporter wrote. Throws a {@link UsageError} that names the file at fault. */
export async function mergeReportFiles(
  [first, ...others]: readonly [string, ...string[]],
  cwd: string,
): Promise<Report> {
  const merged = mergeReports([await load(first, cwd), ...(await Promise.all(others.map(path => load(path, cwd))))]);
  if (!merged.ok) throw new UsageError(`${merged.problem}.`);
  return merged.report;
}

async function load(name: string, cwd: string): Promise<NamedReport> {
  const parsed = parseReport(await read(resolve(cwd, name)));
  if (!parsed.ok) throw new UsageError(`${name}: not a valid report: ${parsed.problem}.`);
  return { name, report: parsed.report };
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${path}: the report cannot be read (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}
