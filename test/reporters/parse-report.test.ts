import { expect, test } from 'vitest';
import { parseReport } from '../../src/reporters/parse-report.js';
import { renderJson } from '../../src/reporters/render-json.js';
import { createReport, everyOutcome } from '../support/create-report.js';
import { modes, runMode } from '../support/run-modes.js';

const report = createReport('write', { 'a.ts': everyOutcome }, [
  { path: 'b.ts', cause: 'unreadable', reason: 'the file is not UTF-8' },
]);

test.each(modes)('gives back what the JSON reporter wrote of a %s', async mode => {
  const { report: real } = await runMode(mode);
  expect(parseReport(renderJson(real))).toEqual({ ok: true, report: real });
});

test('takes a byte order mark, which some shells put before what a command prints', () => {
  expect(parseReport(`\uFEFF${renderJson(report)}`)).toEqual({ ok: true, report });
});

/** A report as the first version of the form had it. */
const first = {
  ...report,
  schemaVersion: 1,
  files: report.files.map(file => ({
    ...file,
    findings: file.findings.map(finding => ({ ...finding, outcome: finding.outcome.replace('fixable', 'fixed') })),
  })),
  skipped: [
    { path: 'a.vue', reason: 'Vue components are not read' },
    { path: 'b.ts', reason: 'the file is not UTF-8' },
    { path: 'c.ts', reason: 'not written: EACCES' },
  ],
  summary: {
    ...Object.fromEntries(Object.entries(report.summary).filter(([key]) => key !== 'fixable')),
    unknown: { any: 2, unresolvedImport: 1 },
  },
};

test.each([
  ['scan', 'fixable', { fixed: 0, fixable: 1 }],
  ['dryRun', 'fixable', { fixed: 0, fixable: 1 }],
  ['write', 'fixed', { fixed: 1, fixable: 0 }],
] as const)('reads the first version of a %s, in which a repair is `fixed` in any mode', (mode, outcome, counts) => {
  const parsed = parseReport(JSON.stringify({ ...first, mode }));
  if (!parsed.ok) throw new Error(parsed.problem);
  expect(parsed.report).toMatchObject({ schemaVersion: 2, mode, summary: { ...counts, findings: 5, suggested: 1 } });
  expect(parsed.report.files[0]?.findings.map(finding => finding.outcome)).toEqual([
    outcome,
    'suggested',
    'manual',
    'rolledBack',
    'optedOut',
  ]);
  expect(parsed.report.summary.unknown).toEqual({ any: 2, unresolvedImport: 1, implementation: 0 });
  expect(parsed.report.skipped.map(({ cause }) => cause)).toEqual(['leftOut', 'unreadable', 'notWritten']);
});

test('what is wrong with the first version is no less wrong', () => {
  expect(parseReport(JSON.stringify({ ...first, root: undefined }))).toEqual({
    ok: false,
    problem: '`root` is missing',
  });
  expect(parseReport(JSON.stringify({ ...first, extra: true }))).toEqual({ ok: false, problem: '`extra` is unknown' });
});

test.each([
  ['', 'not JSON (Unexpected end of JSON input)'],
  ['null', '`it` must be Object, but is null'],
  [JSON.stringify({ ...report, schemaVersion: 3 }), '`schemaVersion` must be 2, but is 3'],
  [JSON.stringify({ ...report, root: undefined }), '`root` is missing'],
  [JSON.stringify({ ...report, extra: true }), '`extra` is unknown'],
  [
    JSON.stringify({ ...report, files: [{ ...report.files[0], hash: 'x' }] }),
    '`files.0.hash` must be /^[0-9a-f]{64}$/, but is "x"',
  ],
  [
    JSON.stringify({ ...report, summary: { ...report.summary, judged: -1 } }),
    '`summary.judged` must be >=0, but is -1',
  ],
])('says what is wrong with %j', (text, problem) => {
  expect(parseReport(text)).toEqual({ ok: false, problem });
});
