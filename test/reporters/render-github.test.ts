import { error, notice, warning, type AnnotationProperties } from '@actions/core';
import { EOL } from 'node:os';
import { expect, test, vi } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import { renderGithub } from '../../src/reporters/render-github.js';
import { docsUrlOfKind } from '../../src/analysis/docs-url.js';
import { createReport, everyOutcome, nasty, plainFinding } from '../support/create-report.js';

test('has a command for each finding, then the totals', () => {
  expect(renderGithub(createReport('scan', { 'src/threads.ts': [{}] }))).toMatchInlineSnapshot(`
    "::error title=Floating persistence call (fixable),file=src/threads.ts,line=12,endLine=12,col=5,endColumn=16::\`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise.%0Ahttps://app.unpkg.com/eslint-plugin-persistence@0.0.0/files/docs/rules/no-unawaited-calls.md#floating
    1 lost persistence call in 1 file of 4: 1 can be fixed.
    7 candidate calls checked. 3 calls could not be judged: 1 because an import was not found (are the dependencies installed?), 2 because a type is \`any\`.
    See the edits with \`npx eslint-plugin-persistence fix --diff\`; apply them with \`npx eslint-plugin-persistence fix --write\`.
    "
  `);
});

test.each(nasty)("writes what GitHub's own package writes, with %j in every part", text => {
  const properties = {
    title: `${text} (fixable)`,
    file: `src/${text}.ts`,
    startLine: 12,
    endLine: 12,
    startColumn: 5,
    endColumn: 16,
  };
  const report = createReport('scan', { [properties.file]: [{ title: text, message: text || 'x' }] }, [
    { path: properties.file, cause: 'leftOut', reason: text || 'x' },
  ]);
  expect(commandsOf(report)).toEqual([
    written(error, withPage(text || 'x'), properties),
    written(warning, text || 'x', { title: 'File skipped', file: properties.file }),
  ]);
});

test('names no columns where a call goes over lines, since GitHub takes none', () => {
  const properties = { title: 'Floating persistence call (fixable)', file: 'a.ts', startLine: 12, endLine: 14 };
  expect(commandsOf(createReport('scan', { 'a.ts': [{ endLine: 14 }] }))).toEqual([
    written(error, withPage(plainFinding.message), properties),
  ]);
});

test('is loud about what is left, and about nothing else', () => {
  const levels = (mode: Report['mode']): readonly (string | undefined)[] =>
    commandsOf(createReport(mode, { 'a.ts': everyOutcome })).map(line => /^::(\w+) /.exec(line)?.[1]);
  expect(levels('scan')).toEqual(['error', 'error', 'error', 'error', 'notice']);
  expect(levels('write')).toEqual(['notice', 'error', 'error', 'error', 'notice']);
  expect(commandsOf(createReport('scan', { 'a.ts': [{ severity: 'warning' }] }))).toEqual([
    written(warning, withPage(plainFinding.message), whereabouts('fixable')),
  ]);
  expect(commandsOf(createReport('write', { 'a.ts': [{}] }))).toEqual([
    written(notice, withPage(plainFinding.message), whereabouts('fixed')),
  ]);
});

test('is loud about a file that the analysis failed on, and warns of others', () => {
  const skipped = (['leftOut', 'unreadable', 'crashed', 'notWritten'] as const).map(cause => ({
    path: `${cause}.ts`,
    cause,
    reason: 'it is so',
  }));
  expect(commandsOf(createReport('scan', {}, skipped))).toEqual([
    written(warning, 'it is so', { title: 'File skipped', file: 'leftOut.ts' }),
    written(warning, 'it is so', { title: 'File unreadable', file: 'unreadable.ts' }),
    written(error, 'it is so', { title: 'Analysis failed', file: 'crashed.ts' }),
    written(warning, 'it is so', { title: 'File skipped', file: 'notWritten.ts' }),
  ]);
});

test('says why something is left', () => {
  const [line] = commandsOf(
    createReport('scan', { 'a.ts': [{ outcome: 'manual', reason: 'a constructor cannot wait' }] }),
  );
  expect(line).toMatch(/or return its promise\. A constructor cannot wait\.%0Ahttps:/);
});

function whereabouts(outcome: string): AnnotationProperties {
  return {
    title: `Floating persistence call (${outcome})`,
    file: 'a.ts',
    startLine: 12,
    endLine: 12,
    startColumn: 5,
    endColumn: 16,
  };
}

function commandsOf(report: Report): readonly string[] {
  return renderGithub(report)
    .split('\n')
    .filter(line => line.startsWith('::'));
}

/** What a function of GitHub's package prints, without the line end. */
function written(print: typeof error, message: string, properties: AnnotationProperties): string {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(line => lines.push(String(line)) > 0);
  try {
    print(message, properties);
  } finally {
    spy.mockRestore();
  }
  return lines.join('').slice(0, -EOL.length);
}

/** A message as it is shown, with the page of its kind. */
function withPage(message: string): string {
  return `${message}\n${docsUrlOfKind('floating', createReport('scan', {}).tool)}`;
}
