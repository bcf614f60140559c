import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import { checksOfUnawaitedCalls } from '../../src/analysis/configuration/checks.js';
import { defaultOptions, ruleOptions } from '../../src/analysis/configuration/rule-options.js';
import { createUnit } from '../support/create-unit.js';
import { root } from '../support/paths.js';
import { expectationsIn, lineAt, typeErrorsIn } from './fixture-lines.js';
import { loadProgram } from './load-program.js';

const folder = resolve(root, 'fixtures/libraries/held');
const program = loadProgram(folder);
const checks = checksOfUnawaitedCalls({ ...defaultOptions(ruleOptions['no-unawaited-calls']), checkConnections: true });

/**
 * Each fixture takes connections of a real package, or begins transactions by hand, and says at the end of a line what is lost
 * there: `// lost: kind, remedy`. A call that is not known to use what is held may not be awaited without asking.
 */
describe.each(globSync('*.ts', { cwd: folder }).toSorted())('%s', file => {
  const sourceFile = program.getSourceFile(resolve(folder, file));
  if (!sourceFile) throw new Error(`${file} is not in the program`);

  test('is called as its types say', () => {
    expect(typeErrorsIn(sourceFile, program)).toEqual([]);
  });

  test('finds what its comments say, and nothing else', () => {
    const { findings } = analyseFile(createUnit(program, sourceFile.fileName, { checks }));
    const expected = expectationsIn(sourceFile);
    expect(expected.length).toBeGreaterThan(0);
    expect(
      findings.map(({ kind, range, remedy }) => `${lineAt(range.start, sourceFile)} ${kind}, ${remedy.type}`),
    ).toEqual(expected);
  });
});
