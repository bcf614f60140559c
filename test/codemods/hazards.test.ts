import { readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import type { ReportedFinding } from '../../src/analysis/report/report.js';
import { run, type Run } from '../../src/codemods/run.js';
import { root } from '../support/paths.js';

const folder = resolve(root, 'fixtures/codemods');
const hazards = globSync('*/before.*', { cwd: folder }).toSorted();

let repaired: Run;

beforeAll(async () => {
  repaired = await run('dryRun', { cwd: folder, eslintConfig: false });
});

test.each(hazards)('%s', async path => {
  const before = readFileSync(resolve(folder, path), 'utf8');
  const after = repaired.changes.find(change => change.path === path)?.after ?? before;
  await expect(after).toMatchFileSnapshot(resolve(folder, afterOf(path)));
});

test.each(hazards)('%s: what is left says why, and nothing else is left', path => {
  const lines = readFileSync(resolve(folder, path), 'utf8').split('\n');
  const findings = repaired.report.files.find(file => file.path === path)?.findings ?? [];
  expect(findings.filter(isLeft).map(toMark)).toEqual(lines.flatMap(toExpectedMark));

  function toMark({ line, reason = '' }: ReportedFinding): Mark {
    const expected = toExpectedMark(lines[line - 1] ?? '', line - 1)[0];
    return { line, reason: expected && reason.includes(expected.reason) ? expected.reason : reason };
  }
});

test('a second run changes nothing, and the repaired files type-check', () => {
  expect(repaired.changes.map(({ path }) => path).filter(path => path.includes('after'))).toEqual([]);
  const afters = hazards.map(path => resolve(folder, afterOf(path)));
  const { config } = ts.readConfigFile(resolve(folder, 'tsconfig.json'), name => ts.sys.readFile(name)) as {
    config: object;
  };
  const program = ts.createProgram(afters, ts.parseJsonConfigFileContent(config, ts.sys, folder).options);
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  expect(errors).toEqual([]);
});

/** A line that keeps what it says: `// kept: <part of the reason>`. */
interface Mark {
  readonly line: number;
  readonly reason: string;
}

function toExpectedMark(text: string, index: number): readonly Mark[] {
  const reason = /\/\/ kept: (.*)$/.exec(text)?.[1];
  return reason === undefined ? [] : [{ line: index + 1, reason }];
}

function isLeft({ outcome }: ReportedFinding): boolean {
  return outcome !== 'fixable';
}

function afterOf(path: string): string {
  return `${dirname(path)}/after${extname(path)}`;
}
