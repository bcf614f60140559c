import { relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { PresetName } from '../src/analysis/configuration/rule-options.js';
import type { Report } from '../src/analysis/report/report.js';
import { run } from '../src/codemods/run.js';
import { fixtureFiles } from './support/fixture-files.js';
import { lintFixtures } from './support/lint-fixtures.js';
import { fixturesConfig, root } from './support/paths.js';

const selection = { cwd: root, projects: [fixturesConfig], eslintConfig: false };

const reported = new Map<PresetName, ReturnType<typeof lintFixtures>>();

/** What the rules report under a preset, asked for once. */
function lintUnder(preset: PresetName): ReturnType<typeof lintFixtures> {
  const linted = reported.get(preset) ?? lintFixtures(fixtureFiles, { fix: false, preset, options: {} });
  reported.set(preset, linted);
  return linted;
}

test.each(['recommended', 'strict'] as const)('the rules and the codemod find the same under %s', async preset => {
  const linted = await lintUnder(preset);
  const { report } = await run('scan', { ...selection, preset });

  const fromRule = linted.flatMap(({ filePath, messages }) =>
    messages.map(({ column, endColumn, endLine, line, message, messageId, ruleId }) => ({
      path: relative(root, filePath),
      rule: ruleId,
      kind: messageId,
      line,
      column,
      endLine,
      endColumn,
      message,
    })),
  );
  expect(fromRule.length).toBeGreaterThan(0);
  expect(sorted(fromRule)).toEqual(sorted(placesIn(report)));
});

test('`eslint --fix` with `autofix` and the safe tier of the codemod give the same bytes', async () => {
  const linted = await lintFixtures(fixtureFiles, { fix: true, preset: 'recommended', options: { autofix: true } });
  const { changes, report } = await run('dryRun', selection);

  expect(report.summary.rolledBack).toBe(0);
  const fromRule = linted.filter(result => result.output !== undefined);
  expect(fromRule.length).toBeGreaterThan(0);
  expect(fromRule.map(({ filePath, output }) => ({ path: relative(root, filePath), after: output }))).toEqual(
    changes.map(({ after, path }) => ({ path, after })),
  );
});

test('what the rule offers as a suggestion is what the codemod would apply', async () => {
  const linted = await lintUnder('recommended');
  const { report } = await run('scan', selection);

  const offered = linted.flatMap(({ messages }) => messages.map(({ suggestions }) => (suggestions ?? []).length));
  const editable = report.files.flatMap(({ findings }) => findings.map(({ edits }) => Math.min(edits.length, 1)));
  expect(offered.toSorted()).toEqual(editable.toSorted());
});

/** ESLint orders a file's messages by place, the codemod by the analysis's walk: what counts is that they are the same. */
function sorted(places: readonly unknown[]): readonly string[] {
  return places.map(place => JSON.stringify(place)).toSorted();
}

function placesIn({ files, root: base }: Report): readonly unknown[] {
  return files.flatMap(({ findings, path }) =>
    findings.map(({ column, endColumn, endLine, kind, line, message, rule }) => ({
      path: relative(root, resolve(base, path)),
      rule,
      kind,
      line,
      column,
      endLine,
      endColumn,
      message,
    })),
  );
}
