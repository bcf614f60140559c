import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import ts from 'typescript';
import { run, type Run } from '../src/codemods/run.js';
import { fixtureFiles } from './support/fixture-files.js';
import { root } from './support/paths.js';

let folder: string;
let first: Run;

beforeAll(async () => {
  mkdirSync(resolve(root, '.tmp'), { recursive: true });
  folder = mkdtempSync(resolve(root, '.tmp/safety-'));
  for (const name of ['tsconfig.json', 'no-unawaited-calls', 'no-fire-and-forget', 'no-blocking-calls'])
    cpSync(resolve(root, 'fixtures', name), resolve(folder, name), { recursive: true });
  first = await run('write', { cwd: folder, eslintConfig: false, preset: 'strict', unsafe: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a first run fixes what it says and writes what it shows', () => {
  expect(first.report.summary.fixed).toBeGreaterThan(0);
  expect(first.report.summary.rolledBack).toBe(0);
  for (const { after, path } of first.changes) expect(readFileSync(resolve(folder, path), 'utf8')).toBe(after);
});

test('a second run changes nothing', async () => {
  const second = await run('write', { cwd: folder, eslintConfig: false, preset: 'strict', unsafe: true });
  expect(second.changes).toEqual([]);
  expect(second.report.summary).toMatchObject({
    fixed: 0,
    findings: first.report.summary.manual,
    manual: first.report.summary.manual,
  });
});

test('fixed fixtures type-check, as they did before', () => {
  expect(typeErrorsIn(resolve(root, 'fixtures'))).toEqual([]);
  expect(typeErrorsIn(folder)).toEqual([]);
});

function typeErrorsIn(base: string): readonly string[] {
  const { config } = ts.readConfigFile(resolve(base, 'tsconfig.json'), name => ts.sys.readFile(name)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, base);
  const program = ts.createProgram(
    fixtureFiles.map(file => resolve(base, file)),
    options,
  );
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
