import type { Report } from '../analysis/report/report.js';
import { reportSchema } from '../analysis/report/report-schema.js';
import { parseAs } from './parse-as.js';
import { upgradeReport } from './upgrade-report.js';

/** Either a report, or what is wrong with the text: the middle of a sentence. */
export type ParsedReport =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly problem: string };

/** Reads what the JSON reporter wrote, in this version of the form or the one before. */
export function parseReport(text: string): ParsedReport {
  const parsed = parseAs(reportSchema, text, upgradeReport);
  return parsed.ok ? { ok: true, report: parsed.value } : parsed;
}
