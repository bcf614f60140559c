import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../src/analysis/kinds/kinds.js';
import type { Edit, Finding } from '../../src/analysis/finding.js';
import { renderImportEdits } from '../../src/analysis/remedies/import-change.js';
import type { CallExplanation } from '../../src/analysis/explain-calls.js';
import { analyseFixture, explainFixture } from '../support/analyse-fixture.js';
import { fixtureFiles } from '../support/fixture-files.js';
import { root } from '../support/paths.js';

/** Names the only kind whose fixtures are judged, as `npm run test:kind` does. */
const only = process.env['PERSISTENCE_KIND'];

/**
 * Each fixture says at the end of a line what is lost there: `// lost: kind, remedy`, several divided by `;`. Every other
 * line must stay silent. The snapshots show the message, the place and the remedy; and of every call what becomes of it, what
 * it is and what is said of it.
 */
describe.each(fixtureFiles.filter(isMeant))('%s', file => {
  const analysis = analyseFixture(file);

  test('finds what its comments say, and nothing else', () => {
    const found = analysis.findings.map(
      finding => `${lineOf(finding, analysis.text)} ${finding.kind}, ${finding.remedy.type}`,
    );
    const expected = expectationsIn(analysis.text);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(expected.length, 'a fixture needs a finding, so that its silence means something').toBeGreaterThan(0);
  });

  test('says what is lost, and mends it', async () => {
    const shown = analysis.findings.map(finding => showFinding(finding, analysis.text)).join('\n');
    await expect(shown).toMatchFileSnapshot(`snapshots/${file}.txt`);
  });

  test('explains every call', async () => {
    const shown = explainFixture(file).map(explanation => showExplanation(explanation, analysis.text));
    await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(`snapshots/${file}.explained.txt`);
  });
});

/** Whether a fixture expects the kind that is meant, or stands in its folder. */
function isMeant(file: string): boolean {
  if (only === undefined || file.split('/')[1] === only) return true;
  const text = readFileSync(resolve(root, 'fixtures', file), 'utf8');
  return expectationsIn(text).some(expectation => expectation.split(' ')[1] === `${only},`);
}

/** `12 this.posts.save: floating; knex write, eager, via save; lost: floating` */
function showExplanation(explained: CallExplanation, text: string): string {
  const { awaited, call, connection, origin, range, use, verdict } = explained;
  const line = text.slice(0, range.start).split('\n').length;
  const paths = awaited === undefined ? use : `${use}, awaited ${awaited}`;
  const held = connection === undefined || connection === 'free' ? [] : [connection];
  return `${line} ${call}: ${[paths, showOrigin(origin), ...held, showVerdict(verdict)].join('; ')}`;
}

function showOrigin(explained: CallExplanation['origin']): string {
  if (explained.kind === 'unknown') return `unknown: ${explained.why}`;
  if (explained.kind === 'other')
    return `of others: ${explained.declarations.map(({ name, owner }) => (owner === undefined ? name : `${owner}.${name}`)).join(' or ')}`;
  const { execution, library, operation, via } = explained.origin;
  return [`${library} ${operation}`, execution, ...(via.length > 0 ? [`via ${via.join(', ')}`] : [])].join(', ');
}

function showVerdict(verdict: CallExplanation['verdict']): string {
  if (verdict.kind === 'lost') {
    const { kind, remedy } = verdict.finding;
    return `lost: ${kind}${remedy.type === 'fix' || remedy.guard === undefined ? '' : `, ${remedy.guard}`}`;
  }
  return `${verdict.kind}: ${verdict.why === 'guarded' ? verdict.guard.id : verdict.why}`;
}

function expectationsIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, list] = /\/\/ lost: (.+)$/.exec(line) ?? [];
    return list === undefined ? [] : list.split('; ').map(expectation => `${index + 1} ${expectation}`);
  });
}

function lineOf({ range }: Finding, text: string): number {
  return text.slice(0, range.start).split('\n').length;
}

function showFinding(finding: Finding, text: string): string {
  const { kind, data, range, remedy } = finding;
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = text.indexOf('\n', range.start);
  const line = text.slice(lineStart, lineEnd);
  const carets = ' '.repeat(range.start - lineStart) + '~'.repeat(Math.min(range.end, lineEnd) - range.start);
  return [`${lineOf(finding, text)}`, line, carets, renderMessage(kind, data), ...showRemedy(remedy, text), ''].join(
    '\n',
  );
}

function showRemedy(remedy: Finding['remedy'], text: string): readonly string[] {
  if (remedy.type === 'manual') return [`manual: ${remedy.reason}`];
  const { edits, title } = remedy.change;
  const first = Math.min(...edits.map(edit => edit.start));
  const last = Math.max(...edits.map(edit => edit.end));
  const start = text.lastIndexOf('\n', first - 1) + 1;
  const end = text.indexOf('\n', last);
  const fixed = edits
    .toReversed()
    .reduce(
      (lines, edit) => lines.slice(0, edit.start - start) + edit.text + lines.slice(edit.end - start),
      text.slice(start, end),
    );
  const imported = renderImportEdits(remedy.change.imports).flatMap(edit => showImport(edit, text));
  return [
    `${remedy.type}: ${title}${remedy.type === 'suggestion' ? ` (${remedy.reason})` : ''}`,
    ...imported,
    ...fixed.split('\n').map(line => `+ ${line}`),
  ];
}

function showImport({ end, start, text: inserted }: Edit, text: string): readonly string[] {
  const removed = text.slice(start, end).trim();
  return [
    ...(removed === '' ? [] : [`import - ${removed}`]),
    ...(inserted.trim() === '' ? [] : [`import + ${inserted.trim()}`]),
  ];
}
