import { expect, test } from 'vitest';
import { parseReport } from '../../src/reporters/parse-report.js';
import { renderJson } from '../../src/reporters/render-json.js';
import { createReport, everyOutcome } from '../support/create-report.js';
import { modes, runMode } from '../support/run-modes.js';

const report = createReport('write', { 'a.ts': everyOutcome }, [{ path: 'b.ts', cause: 'unreadable', reason: 'the file is not UTF-8' }]);

test.each(modes)('gives back what the JSON reporter wrote of a %s', async mode => {
  const { report: real } = await runMode(mode);
  expect(parseReport(renderJson(real))).toEqual({ ok: true, report: real });
});

test('takes a byte order mark, which some shells put before what a command prints', () => {
  expect(parseReport(`\uFEFF${renderJson(report)}`)).toEqual({ ok: true, report });
});

test.each([
  ['', 'it is no JSON (Unexpected end of JSON input)'],
  ['null', '`it` must be Object, but is null'],
  [JSON.stringify({ ...report, schemaVersion: 3 }), '`schemaVersion` must be 2, but is 3'],
  [JSON.stringify({ ...report, root: undefined }), '`root` is missing'],
  [JSON.stringify({ ...report, extra: true }), '`extra` is unknown'],
  [JSON.stringify({ ...report, files: [{ ...report.files[0], hash: 'x' }] }), '`files.0.hash` must be /^[0-9a-f]{64}$/, but is "x"'],
  [JSON.stringify({ ...report, summary: { ...report.summary, judged: -1 } }), '`summary.judged` must be >=0, but is -1'],
])('says what is wrong with %j', (text, problem) => {
  expect(parseReport(text)).toEqual({ ok: false, problem });
});
