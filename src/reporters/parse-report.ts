import * as v from 'valibot';
import type { Report } from '../analysis/report/report.js';
import { reportSchema } from '../analysis/report/report-schema.js';
import { upgradeReport } from './upgrade-report.js';

/** Either a report, or what is wrong with the text: the middle of a sentence. */
export type ParsedReport =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly problem: string };

/** Reads what the JSON reporter wrote, in this version of the form or the one before. */
export function parseReport(text: string): ParsedReport {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return json;
  const result = v.safeParse(reportSchema, upgradeReport(json.value));
  return result.success ? { ok: true, report: result.output } : { ok: false, problem: toProblem(result.issues[0]) };
}

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: `it is no JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}

function toProblem(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'it';
  if (issue.type === 'strict_object' && issue.expected === 'never') return `\`${path}\` is unknown`;
  return issue.received === 'undefined'
    ? `\`${path}\` is missing`
    : `\`${path}\` must be ${issue.expected ?? 'something else'}, but is ${issue.received}`;
}
