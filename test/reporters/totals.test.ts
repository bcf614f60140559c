import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Lexer, type Tokens } from 'marked';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/cli/print-reports.js';
import { countOutcomes } from '../../src/analysis/report/count-outcomes.js';
import { outcomes, type Outcome, type Report } from '../../src/analysis/report/report.js';
import { nullThrows } from '../../src/codemods/null-throws.js';
import type { FixOptions } from '../../src/codemods/options.js';
import { run } from '../../src/codemods/run.js';
import { mergeReports, type NamedReport } from '../../src/reporters/merge-reports.js';
import { renderOutcome } from '../../src/reporters/render-outcome.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { asWritten, outcomeWritten } from '../support/as-written.js';
import { createReport, everyOutcome } from '../support/create-report.js';
import { createProject } from '../support/create-project.js';
import { createRepository } from '../support/git.js';
import { modes, projectFiles, runMode } from '../support/run-modes.js';

type Counts = Readonly<Record<Outcome, number>>;

/** How to read the outcome of every finding out of what a reporter prints. */
const readers: Readonly<Record<keyof typeof reporters, (text: string) => readonly (Outcome | undefined)[]>> = {
  table: text => [...text.matchAll(/^ {2}\d+:\d+ +(\w+(?: \w+)?) {2}/gm)].map(([, label]) => outcomeOf(label)),
  json: text => (JSON.parse(text) as Report).files.flatMap(file => file.findings.map(finding => finding.outcome)),
  sarif: text =>
    (JSON.parse(text) as Log).runs.flatMap(run =>
      (run.results ?? []).map(result => result.properties?.['outcome'] as Outcome),
    ),
  markdown: text => rowsOf(text).map(fix => outcomeOf(fix.split(':')[0])),
  html: text =>
    [...text.matchAll(/<li class="finding" data-outcome="(\w+)"/g)].map(([, outcome]) => outcome as Outcome),
  github: text => [...text.matchAll(/^::\w+ title=[^,]* \((.*?)\),file=/gm)].map(([, label]) => outcomeOf(label)),
  gitlab: text =>
    (JSON.parse(text) as readonly { readonly outcome?: Outcome }[]).flatMap(({ outcome }) => outcome ?? []), // others are about whole files
};

describe.each(modes)('in a %s', mode => {
  test('every reporter shows every finding of a real run once, with its outcome', async () => {
    const { report } = await runMode(mode);
    expect(report.summary.findings).toBe(7);
    expectAgreement(report);
  });

  test('every reporter shows every outcome there is', () => {
    expectAgreement(createReport(mode, { 'src/a.ts': everyOutcome, 'src/b.ts': [...everyOutcome, ...everyOutcome] }));
  });

  test('every reporter can show that there is nothing', () => {
    expectAgreement(createReport(mode, {}));
  });
});

test('a dry run foretells what a write comes to, in every form', async () => {
  const [dryRun, write] = [(await runMode('dryRun')).report, (await runMode('write')).report];
  expect(dryRun.summary).toMatchObject({
    findings: 7,
    fixed: 0,
    fixable: 2,
    suggested: 1,
    manual: 1,
    rolledBack: 1,
    optedOut: 2,
  });
  expect({ ...write, root: dryRun.root }).toEqual(asWritten(dryRun));
  for (const [name, render] of Object.entries(reporters)) {
    const read = readers[name as keyof typeof reporters]; // the keys of reporters
    expect(read(render(dryRun, plainDisplay)).map(outcomeWritten), name).toEqual(read(render(write, plainDisplay)));
  }
});

test.each<readonly [string, FixOptions, Partial<Counts>]>([
  ['--unsafe', { unsafe: true }, { fixed: 3, suggested: 0, manual: 1, rolledBack: 1, optedOut: 2 }],
  [
    '--only and --skip',
    { only: ['floating'], skip: ['voided'], rules: ['no-unawaited-calls'] },
    { fixed: 2, suggested: 1, manual: 1, rolledBack: 1, optedOut: 2 },
  ],
  ['--since', { since: 'HEAD' }, { fixed: 1, suggested: 0, manual: 1, rolledBack: 0, optedOut: 0 }],
])('with %s, a dry run, a write and every form of them have the same totals', async (_, options, counts) => {
  const reports: Report[] = [];
  for (const mode of ['dryRun', 'write'] as const) {
    const cwd = createProject(projectFiles);
    createRepository(cwd);
    for (const path of ['src/crlf.ts', 'src/manual.ts']) appendFileSync(resolve(cwd, path), '// changed\n');
    reports.push((await run(mode, { ...options, cwd })).report);
  }
  for (const report of reports) {
    expect(asWritten(report).summary).toMatchObject(counts);
    expectAgreement(report);
  }
});

test('parts that are merged have the totals of the whole, in every form', async () => {
  const { report } = await runMode('dryRun');
  const [first, ...others] = report.files.map((file): NamedReport => ({
    name: file.path,
    report: { ...report, files: [file], summary: { ...report.summary, files: 1, ...countOutcomes([file]) } },
  }));
  const merged = mergeReports([nullThrows(first, 'there are findings'), ...others]);
  if (!merged.ok) throw new Error(merged.problem);
  expect(merged.report.files).toEqual(report.files);
  expect(pick(merged.report.summary)).toEqual(pick(report.summary));
  expectAgreement(merged.report);
});

test('every reporter says the same of the same report', () => {
  const report = createReport('scan', { 'src/a.ts': everyOutcome });
  for (const render of Object.values(reporters))
    expect(render(structuredClone(report), plainDisplay)).toBe(render(report, plainDisplay));
});

function expectAgreement(report: Report): void {
  for (const [name, render] of Object.entries(reporters)) {
    const found = readers[name as keyof typeof reporters](render(report, plainDisplay)); // the keys of reporters
    expect({ name, findings: found.length, ...count(found) }).toEqual({
      name,
      findings: report.summary.findings,
      ...pick(report.summary),
    });
  }
}

function count(found: readonly (Outcome | undefined)[]): Counts {
  return Object.fromEntries(outcomes.map(outcome => [outcome, found.filter(one => one === outcome).length])) as Counts; // fromEntries forgets its keys
}

function pick(summary: Counts): Counts {
  return Object.fromEntries(outcomes.map(outcome => [outcome, summary[outcome]])) as Counts; // fromEntries forgets its keys
}

function outcomeOf(label: string | undefined): Outcome | undefined {
  return outcomes.find(outcome => renderOutcome(outcome) === label);
}

/** The last cell of each row of the table. */
function rowsOf(markdown: string): readonly string[] {
  const tables = Lexer.lex(markdown).filter((token): token is Tokens.Table => token.type === 'table');
  return tables.flatMap(table => table.rows.map(row => row.at(-1)?.text ?? ''));
}
