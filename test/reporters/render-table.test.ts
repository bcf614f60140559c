import { styleText } from 'node:util';
import { expect, test } from 'vitest';
import type { Outcome, Report } from '../../src/analysis/report/report.js';
import { renderTable } from '../../src/reporters/render-table.js';
import { plainDisplay, type Display } from '../../src/reporters/reporter.js';
import { createReport } from '../support/create-report.js';

test('shows each file, each finding and the totals', () => {
  const report = reportOf(['fixable', 'suggested', 'manual', 'rolledBack', 'optedOut'], {
    any: 2,
    unresolvedImport: 1,
    implementation: 0,
  });
  expect(renderTable(report, plainDisplay)).toMatchInlineSnapshot(`
    "src/threads.ts
      12:5  fixable      \`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise. [floating]
      12:5  suggestion   \`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise. [floating]
                         Suggestion only: it wants a look.
      12:5  manual       \`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise. [floating]
                         It wants a look.
      12:5  rolled back  \`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise. [floating]
                         It wants a look.
      12:5  opted out    \`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise. [floating]
                         It wants a look.

    unreadable src/latin.ts: the file is not UTF-8

    5 lost persistence calls in 1 file of 3: 1 can be fixed, 1 with a suggestion to review, 1 to fix manually, 1 rolled back, 1 opted out.
    1 file could not be read completely.
    7 candidate calls checked. 3 calls could not be judged: 1 because an import was not found (are the dependencies installed?), 2 because a type is \`any\`.
    See the edits with \`npx eslint-plugin-persistence fix --diff\`; apply them with \`npx eslint-plugin-persistence fix --write\`.
    \`fix --unsafe\` also applies suggestions.

    Why a call is reported: \`scan --explain src/threads.ts:12\`. What a kind means: \`explain floating\`.
    "
  `);
});

test('says when nothing was found', () => {
  expect(renderTable(reportOf([], { any: 0, unresolvedImport: 0, implementation: 0 }), plainDisplay))
    .toMatchInlineSnapshot(`
      "No lost persistence call in 3 files.
      7 candidate calls checked.
      "
    `);
});

test('wraps to the width of the terminal', () => {
  const lines = renderTable(reportOf(['fixable'], { any: 0, unresolvedImport: 0, implementation: 0 }), {
    ...plainDisplay,
    width: 80,
  }).split('\n');
  const table = lines.slice(1, lines.indexOf(''));
  expect(table.length).toBeGreaterThan(1);
  for (const line of table) expect(line.length).toBeLessThanOrEqual(80);
});

test.each([80, 120, 200])('has no line longer than a terminal of %i columns, and breaks none within a word', width => {
  const report = reportOf(['fixable', 'suggested', 'manual', 'rolledBack', 'optedOut'], {
    any: 2,
    unresolvedImport: 1,
    implementation: 0,
  });
  const lines = renderTable(report, { ...plainDisplay, width }).split('\n');
  expect(Math.max(...lines.map(line => line.length))).toBeLessThan(width);
  expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(
    'because an import was not found (are the dependencies installed?), 2 because a type is `any`. See the edits with',
  );
});

test.each([60, 80, 120])(
  'shows the line of what is left below its message, in %i columns, and none of what is mended',
  width => {
    const before = `    if (isNew) repo.save(x); ${'// and so on '.repeat(20)}`;
    const line = { before, beforeLine: 12, column: 16, endColumn: 28 };
    const report = createReport('write', { 'src/a.ts': [{ ...line, outcome: 'manual' }, line] });
    const lines = renderTable(report, { ...plainDisplay, width }).split('\n');
    const code = lines.filter(text => text.includes('12 | '));
    expect(code).toHaveLength(1);
    expect(code[0]).toContain('12 | if (isNew) repo.save(x); ');
    const mark = lines[lines.indexOf(code[0] ?? '') + 1] ?? '';
    expect(code[0]?.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('repo.save(x)');
    expect(Math.max(...lines.map(text => text.length))).toBeLessThan(width);
  },
);

test('styles what it is asked to, and only through the display', () => {
  const style: Display['style'] = (name, part) => styleText(name, part, { validateStream: false });
  const text = renderTable(reportOf(['fixable', 'rolledBack'], { any: 0, unresolvedImport: 0, implementation: 0 }), {
    ...plainDisplay,
    style,
  });
  for (const styled of [style('underline', 'src/threads.ts'), style('green', 'fixable'), style('red', 'rolled back')]) {
    expect(text).toContain(styled);
  }
  expect(text).toContain('\u001B[');
});

function reportOf(found: readonly Outcome[], unknown: Report['summary']['unknown']): Report {
  const findings = found.map(outcome => ({ outcome, ...(outcome !== 'fixable' && { reason: 'it wants a look' }) }));
  const report =
    found.length > 0
      ? createReport('scan', { 'src/threads.ts': findings }, [
          { path: 'src/latin.ts', cause: 'unreadable', reason: 'the file is not UTF-8' },
        ])
      : createReport('scan', {});
  return { ...report, summary: { ...report.summary, files: 3, unknown } };
}

test('skipped files are named by their reason, the first few of many', () => {
  const report = createReport('scan', {}, [
    ...['a', 'b', 'c', 'd', 'e'].map(name => ({
      path: `src/${name}.vue`,
      cause: 'leftOut' as const,
      reason: 'Vue components are not read',
    })),
    { path: 'src/latin.ts', cause: 'unreadable', reason: 'the file is not UTF-8' },
  ]);
  expect(renderTable(report, plainDisplay)).toContain(
    'skipped src/a.vue, src/b.vue, src/c.vue and 2 more: Vue components are not read\n\nunreadable src/latin.ts: the file is not UTF-8\n',
  );
});

test.each([
  ['leftOut', 'skipped', 'green', undefined],
  ['unreadable', 'unreadable', 'bold', '1 file could not be read completely.'],
  ['crashed', 'analysis failed', 'bold', 'The analysis failed on 1 file.'],
] as const)(
  'nothing found is green only where everything was judged: with a file that is %s',
  (cause, label, color, sentence) => {
    const style: Display['style'] = (name, part) => `<${name}>${part}</${name}>`;
    const text = renderTable(createReport('scan', {}, [{ path: 'a.ts', cause, reason: 'it is so' }]), {
      ...plainDisplay,
      style,
    });
    expect(text).toContain(`<yellow>${label}</yellow> a.ts: it is so\n`);
    expect(text).toContain(
      `<${color}>No lost persistence call in 3 files.</${color}>\n${sentence === undefined ? '' : `<red>${sentence}</red>\n`}<dim>`,
    );
  },
);

test('blocking calls are counted as what they are', () => {
  const blocking = { rule: 'persistence/no-blocking-calls', kind: 'blockingCall' } as const;
  expect(renderTable(createReport('scan', { 'a.ts': [{}, blocking] }), plainDisplay)).toContain(
    '1 lost persistence call and 1 blocking call in 1 file of ',
  );
  expect(renderTable(createReport('scan', { 'a.ts': [blocking, blocking] }), plainDisplay)).toContain(
    '\n2 blocking calls in 1 file of ',
  );
});
