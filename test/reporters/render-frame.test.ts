import { expect, test } from 'vitest';
import type { ReportedFinding } from '../../src/analysis/report/report.js';
import { renderFrame } from '../../src/reporters/render-frame.js';
import { plainDisplay } from '../../src/reporters/reporter.js';
import { plainFinding } from '../support/create-report.js';

test('marks the call in its line, from the first word of it', () => {
  expect(frameOf('    repo.save(x);', 'repo.save(x)')).toBe('12 | repo.save(x);\n   | ^^^^^^^^^^^^');
  expect(frameOf('\t\tif (x) { repo.save(x); }', 'repo.save(x)')).toBe(
    '12 | if (x) { repo.save(x); }\n   |          ^^^^^^^^^^^^',
  );
});

test('takes the line of the finding among those that its edits touch', () => {
  const finding = { ...plainFinding, before: '  for (\n  x of y) {\n    repo.save(x);', beforeLine: 10 };
  expect(renderFrame(finding, 80, plainDisplay)).toBe('12 | repo.save(x);\n   | ^^^^^^^^^^^');
});

test('marks a call of several lines to the end of its first', () => {
  const finding = { ...plainFinding, before: '    repo.save({\n    });', beforeLine: 12, endLine: 13, endColumn: 7 };
  expect(renderFrame(finding, 80, plainDisplay)).toBe('12 | repo.save({\n   | ^^^^^^^^^^^');
});

test.each([20, 40, 60, 80])('has room in %i columns, whatever the length of the line, and marks the call', width => {
  for (const lead of ['', 'x'.repeat(15), 'const abc = 1; '.repeat(20)]) {
    for (const tail of ['', ` ${'// and so on '.repeat(20)}`]) {
      const [code = '', mark = ''] = frameOf(`  ${lead}repo.save(x);${tail}`, 'repo.save(x)', width)?.split('\n') ?? [];
      for (const line of [code, mark]) expect(line.length).toBeLessThanOrEqual(width);
      const [marked] = /\^+/.exec(mark) ?? [''];
      const start = mark.indexOf('^');
      const under = code.slice(start, start + marked.length);
      expect('repo.save(x)'.startsWith(under.replace('…', '')), `${code}\n${mark}`).toBe(true);
      expect(under.length).toBeGreaterThan(1);
    }
  }
});

test('shows no control characters, and is under a call behind letters of two units', () => {
  expect(frameOf("f('\u001B[2J'); repo.save(x);", 'repo.save(x)')).toBe(
    "12 | f(' [2J'); repo.save(x);\n   |            ^^^^^^^^^^^^",
  );
  expect(frameOf("f('😀'); repo.save(x);", 'repo.save(x)')).toBe(
    "12 | f('😀'); repo.save(x);\n   |         ^^^^^^^^^^^^",
  );
});

test('shows nothing where the report does not say which line it is', () => {
  expect(renderFrame({ ...plainFinding, before: '    repo.save(x);' }, 80, plainDisplay)).toBeUndefined();
  expect(renderFrame({ ...plainFinding, before: '', beforeLine: 12 }, 80, plainDisplay)).toBeUndefined();
  expect(renderFrame({ ...plainFinding, beforeLine: 13 }, 80, plainDisplay)).toBeUndefined();
});

function frameOf(line: string, call: string, width = 80): string | undefined {
  const start = line.indexOf(call);
  const finding: ReportedFinding = {
    ...plainFinding,
    before: line,
    beforeLine: 12,
    column: start + 1,
    endColumn: start + 1 + call.length,
  };
  return renderFrame(finding, width, plainDisplay);
}
