import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import type ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import { checksOfBlockingCalls } from '../../src/analysis/configuration/checks.js';
import type { Finding } from '../../src/analysis/finding.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { fileCalls } from '../../src/catalogue/file-calls.js';
import { root } from '../support/paths.js';
import { expectationsIn, lineAt, typeErrorsIn } from './fixture-lines.js';
import { loadProgram } from './load-program.js';
import { unitOf } from '../support/unit-of.js';

const folder = resolve(root, 'fixtures/libraries/blocking');
const program = loadProgram(folder);
const fixtures = globSync('*.ts', { cwd: folder }).toSorted();

/** Names that the catalogue has and no fixture calls, with the reason. */
const uncalled: Readonly<Record<string, string>> = {
  'cross-spawn sync': "it is declared as Node's `spawnSync`",
  'fs-extra readJSONSync': 'it is declared by jsonfile',
  'fs-extra readJsonSync': 'it is declared by jsonfile',
  'fs-extra writeJSONSync': 'it is declared by jsonfile',
  'fs-extra writeJsonSync': 'it is declared by jsonfile',
  'sync-fetch default': 'how the function is declared depends on the version of the types',
  'sync-fetch fetch': 'how the function is declared depends on the version of the types',
  'sync-request doRequest': 'how the function is declared depends on the version',
};

/**
 * Each fixture calls the synchronous functions of real packages, and says at the end of a line what is found there, with the
 * cheap calls: `// lost: kind, remedy`. Every other line must stay silent.
 */
describe.each(fixtures)('%s', file => {
  const { errors, findings, sourceFile } = analyse(file);

  test('is called as its types say', () => {
    expect(errors).toEqual([]);
  });

  test('finds what its comments say, and nothing else', () => {
    const lost = expectationsIn(sourceFile);
    expect(lost.length).toBeGreaterThan(0);
    expect(
      findings.map(({ kind, range, remedy }) => `${lineAt(range.start, sourceFile)} ${kind}, ${remedy.type}`),
    ).toEqual(lost);
  });
});

test('every function that the catalogue knows is called', () => {
  const called = new Set(fixtures.flatMap(file => analyse(file).findings).flatMap(namesOf));
  const known = catalogue.blocking.flatMap(({ blocking, library }) =>
    Object.keys(blocking.calls)
      .filter(key => !key.endsWith('()') && !(library === 'fs-extra' && key in fileCalls))
      .map(key => `${library} ${lastWord(key)}`),
  );
  expect([...new Set(known)].filter(name => !called.has(name)).toSorted()).toEqual(Object.keys(uncalled).toSorted());
});

/** What a finding calls, as the catalogue and as the fixture has it. */
function namesOf({ call, origin: { library, method } }: Finding): readonly string[] {
  return [`${library} ${method}`, `${library} ${lastWord(call.replace(/\(\)$/, ''))}`];
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function analyse(file: string): {
  readonly sourceFile: ts.SourceFile;
  readonly findings: readonly Finding[];
  readonly errors: readonly string[];
} {
  const sourceFile = program.getSourceFile(resolve(folder, file));
  if (!sourceFile) throw new Error(`${file} is not in the program`);
  const checks = checksOfBlockingCalls({ allow: [], checkCheapCalls: true });
  const { findings } = analyseFile(unitOf(sourceFile, program, { checks }));
  return { sourceFile, findings, errors: typeErrorsIn(sourceFile, program) };
}
