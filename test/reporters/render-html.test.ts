import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReportedFinding } from '../../src/analysis/report/report.js';
import { describeTotals } from '../../src/reporters/describe-totals.js';
import { renderHtml } from '../../src/reporters/render-html.js';
import { createReport, everyOutcome, nasty, plainFinding } from '../support/create-report.js';

test('the page says what the table says, and why each finding is left', () => {
  const report = createReport('dryRun', { 'src/a.ts': everyOutcome }, [
    { path: 'src/gone.ts', cause: 'unreadable', reason: 'it is gone' },
  ]);
  const text = textOf(renderHtml(report));
  const { found, judged, missed, next } = describeTotals(report);
  for (const sentence of [found, judged, ...missed, ...next]) expect(text).toContain(sentence.replaceAll('`', ''));
  expect(text).toContain('Suggestion only: all calls run at the same time.');
  expect(text).toContain('Why it needs a manual change: A constructor cannot wait.');
  expect(text).toContain('Why it was rolled back: The edited file no longer type-checks:');
  expect(text).toContain('Why it is opted out: A comment disables the rule here.');
  expect(text).toMatch(/unreadable.*It is gone\..*src\/gone\.ts/s);
});

test('a page without findings has nothing to filter, and one with files that were not judged is not good news', () => {
  const clean = renderHtml(createReport('scan', {}));
  expect(clean).not.toMatch(/<form|role="status"|class="tiles"/);
  expect(clean).toContain('class="found good"');
  const partial = renderHtml(createReport('scan', {}, [{ path: 'a.ts', cause: 'crashed', reason: 'no' }]));
  expect(partial).not.toContain('class="found good"');
  expect(partial).toContain('The analysis failed on 1 file.');
});

test('a path through functions names each of them and its place, and a report without places the functions', () => {
  const steps = [
    { name: 'saveAll', path: 'src/b.ts', line: 3, column: 5 },
    { name: 'repo.save()', path: 'src/c.ts', line: 4, column: 6 },
  ];
  expect(textOf(renderOne({ via: ['saveAll'], steps }))).toMatch(
    /Its path through functions\s*saveAll src\/b\.ts:3:5\s*repo\.save\(\) src\/c\.ts:4:6/,
  );
  expect(textOf(renderOne({ via: ['saveAll', 'saveOne'] }))).toMatch(/Its path through functions\s*saveAll\s*saveOne/);
  expect(renderOne({})).not.toContain('Its path through functions');
});

describe('the lines of a finding', () => {
  test.each<readonly [string, Partial<ReportedFinding>, string]>([
    [
      'mark what an edit puts in',
      {},
      '<del>    repo.save(x);\n</del><ins>    <mark>await </mark>repo.save(x);\n</ins>',
    ],
    [
      'keep those that no edit changes',
      { before: 'a;\r\nb;', after: 'a;\r\nawait b;' },
      '<span>a;\n</span><del>b;\n</del><ins><mark>await </mark>b;\n</ins>',
    ],
    [
      'mark whole words',
      { before: 'audits.add(name);', after: 'await audits.add(name);' },
      '<del>audits.add(name);\n</del><ins><mark>await </mark>audits.add(name);\n</ins>',
    ],
    [
      'mark no half of a character',
      { before: 'a = "😀";', after: 'a = "😁";' },
      '<del>a = &#34;<mark>&#128512;</mark>&#34;;\n</del><ins>a = &#34;<mark>&#128513;</mark>&#34;;\n</ins>',
    ],
    [
      'mark nothing where more lines came than went',
      { before: 'a;', after: 'b;\nc;' },
      '<del>a;\n</del><ins>b;\n</ins><ins>c;\n</ins>',
    ],
    [
      'mark the call where there is no edit',
      { edits: [], before: '  x.save(\n    1,\n  );', column: 3, line: 4, endLine: 6, endColumn: 4 },
      '<span>  <mark>x.save(</mark>\n</span><span>    <mark>1,</mark>\n</span><span>  <mark>)</mark>;\n</span>',
    ],
  ])('%s', (_, part, expected) => {
    expect(/<pre>(.*?)<\/pre>/s.exec(renderOne(part))?.[1]).toBe(expected);
  });
});

describe('no text of a project is markup:', () => {
  const hostile = ['</script>', '</noscript>', '</style>', '<!--', '<img src=x onerror=alert(1)>', '" onclick="x', "'"];
  const plain = tagsOf(renderNamed('x'));

  test.each([...hostile, ...nasty.filter(text => !/[\n\r\u2028`]/.test(text) && text !== '')])('%s', text => {
    const page = renderNamed(text);
    expect(withoutMarks(tagsOf(page))).toEqual(withoutMarks(plain));
    expect(textOf(page)).toContain(text);
  });

  test('and it is ASCII, without null characters', () => {
    expect(renderOne({ message: 'ü😀\0\uD800', before: 'é' })).toMatch(/^[\x01-\x7F]*$/);
  });
});

test('the policy names the script and the style that are in the page, and nothing else', () => {
  const page = renderOne({});
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
  const [script, style] = [/<script>(.*?)<\/script>/s, /<style>(.*?)<\/style>/s].map(pattern =>
    hashOf(pattern.exec(page)?.[1] ?? ''),
  );
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    'img-src data:',
    `style-src '${style ?? ''}'`,
    `script-src '${script ?? ''}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page.replace(/<a href="[^"]*"/g, '')).not.toMatch(/\b(?:src|href)="(?!data:|#)/);
});

describe('the folders to choose from', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'are those that hold a finding, with what is around them',
      ['src/a/x.ts', 'src/b/x.ts'],
      ['src', 'src/a', 'src/b'],
    ],
    ['leave out what holds nothing but another', ['apps/api/src/x.ts', 'apps/api/src/y.ts'], ['apps/api/src']],
    ['name the one that paths start in', ['x.ts', 'src/x.ts'], ['.', 'src']],
    ['are no deeper than a list that can be read', manyFolders(70), ['packages']],
    ['are not mistaken for others that begin alike', ['src/x.ts', 'src2/x.ts'], ['src', 'src2']],
  ])('%s', (_, paths, expected) => {
    const page = renderHtml(createReport('scan', Object.fromEntries(paths.map(path => [path, [{}]]))));
    const list = /data-facet="folder">(.*?)<\/fieldset>/s.exec(page)?.[1] ?? '';
    expect([...list.matchAll(/value="([^"]*)"/g)].map(([, value]) => value)).toEqual(expected);
  });
});

function manyFolders(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `packages/p${index}/x.ts`);
}

function renderOne(part: Partial<ReportedFinding>, path = 'src/a.ts'): string {
  return renderHtml(createReport('scan', { [path]: [{ ...plainFinding, ...part }] }));
}

/** A page of one finding with the same text wherever a project's own stand. */
function renderNamed(text: string): string {
  return renderOne(
    { call: text, function: text, library: text, message: text, reason: text, via: [text], before: text, after: 'y' },
    `src/${text.replaceAll('/', '|')}.ts`,
  );
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** All tags of a page, with the names of their attributes. */
function tagsOf(page: string): readonly string[] {
  return [...bodyOf(page).matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
}

/** A path has breaks and a change has marks, as many as its text needs. */
function withoutMarks(tags: readonly string[]): readonly string[] {
  return tags.filter(tag => !/^<\/?(?:mark|wbr)>$/.test(tag));
}

/** What a reader sees, with what only a script would show. */
function textOf(page: string): string {
  return bodyOf(page)
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)));
}

function bodyOf(page: string): string {
  return /<body>(.*)<script>/s.exec(page)?.[1] ?? '';
}
