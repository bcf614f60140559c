import { expect, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { renderGitlab } from '../../src/reporters/render-gitlab.js';
import { createReport, everyOutcome } from '../support/create-report.js';
import { modes, runMode } from '../support/run-modes.js';

/** What GitLab's documentation asks for; it reads no further than to the first violation that lacks some of it. */
interface Violation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

test('a violation says what, where and how bad', () => {
  const report = createReport('scan', {
    'src/threads.ts': [{ id: '1f', kind: 'mapped', message: 'Not awaited.', reason: 'it is so', endLine: 14 }],
  });
  expect(violationsOf(report)).toEqual([
    {
      description: 'Not awaited. It is so.',
      check_name: 'persistence/no-unawaited-calls/mapped',
      fingerprint: '1f',
      severity: 'major',
      location: { path: 'src/threads.ts', lines: { begin: 12, end: 14 } },
      outcome: 'fixable',
    },
  ]);
});

test.each(modes)('a report of %s has everything GitLab asks for, and no byte order mark', async mode => {
  const { report } = await runMode(mode);
  const violations = violationsOf(report);
  expect(renderGitlab(report).startsWith('[')).toBe(true);
  expect(violations).toHaveLength(report.summary.findings + 1); // and the file that is not UTF-8
  expect(new Set(violations.map(({ fingerprint }) => fingerprint)).size).toBe(violations.length);
  for (const { description, check_name: name, fingerprint, location, severity } of violations) {
    expect([description, name, fingerprint].every(text => typeof text === 'string' && text !== '')).toBe(true);
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
    expect(location.path).toMatch(/^[^/.]/);
    expect(Number.isInteger(location.lines.begin) && location.lines.begin > 0).toBe(true);
  }
});

test('what is repaired or opted out of is information only', () => {
  const severities = (mode: Report['mode']): readonly string[] =>
    violationsOf(createReport(mode, { 'a.ts': [...everyOutcome, { severity: 'warning' }] })).map(
      ({ severity }) => severity,
    );
  expect(severities('scan')).toEqual(['major', 'major', 'major', 'major', 'info', 'minor']);
  expect(severities('write')).toEqual(['info', 'major', 'major', 'major', 'info', 'info']);
});

test('a file that could not be read, or that the analysis failed on, is a violation of its own, and one that is left out is none', () => {
  const skipped = (['leftOut', 'unreadable', 'crashed', 'notWritten'] as const).map(cause => ({
    path: `${cause}.ts`,
    cause,
    reason: 'it is so',
  }));
  expect(violationsOf(createReport('scan', {}, skipped))).toEqual([
    {
      description: 'It is so.',
      check_name: 'persistence/unreadable',
      fingerprint: 'unreadable:unreadable.ts',
      severity: 'minor',
      location: { path: 'unreadable.ts', lines: { begin: 1, end: 1 } },
    },
    {
      description: 'It is so.',
      check_name: 'persistence/crashed',
      fingerprint: 'crashed:crashed.ts',
      severity: 'major',
      location: { path: 'crashed.ts', lines: { begin: 1, end: 1 } },
    },
  ]);
});

test('nothing found is an empty list', () => {
  expect(violationsOf(createReport('scan', {}))).toEqual([]);
});

function violationsOf(report: Report): readonly Violation[] {
  return JSON.parse(renderGitlab(report)) as readonly Violation[]; // the tests above look at each part
}
