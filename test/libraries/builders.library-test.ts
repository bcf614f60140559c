import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/codemods/run.js';
import { root } from '../support/paths.js';
import { analyseFixture } from './analyse-library.js';
import { loadProgram } from './load-program.js';

const folder = resolve(root, 'fixtures/libraries/builders');
const builders = globSync('*/*.ts', { cwd: folder }).toSorted();

/**
 * Each fixture builds queries with one major of a library, those of `current` with the one that the other fixtures call: drops them,
 * runs them, extends them before they are awaited, and extends those of others. It says at the end of a line what is lost there.
 */
describe.each(builders)('%s', name => {
  const path = resolve(folder, name);

  test('is called as its types say', () => {
    expect(analyseFixture(path).errors).toEqual([]);
  });

  test('calls the major that it is named after', () => {
    expect(`${versionOf(path)}.`).toMatch(
      new RegExp(`^${basename(name, '.ts').split('-').at(-1)?.replace('.', '\\.')}\\.`),
    );
  });

  test('loses what its comments say, and nothing else', () => {
    const { found, lines } = analyseFixture(path);
    const lost = lines.flatMap(({ lost, number }) => (lost === undefined ? [] : [`${number} ${lost}`]));
    expect(lost.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(lost.toSorted());
  });
});

/** What extends a query stays as it is, since an `await` there would run it. The newest majors cost the most, and are judged above. */
describe.each([...new Set(builders.map(name => dirname(name)))].filter(name => name !== 'current'))(
  'fix --write --unsafe in %s',
  name => {
    test('awaits what is lost, and nothing else', async () => {
      const cwd = copyFixtures(resolve(folder, name));
      const { report } = await run('write', { cwd, eslintConfig: false, preset: 'strict', unsafe: true });
      expect(report.summary.rolledBack).toBe(0);
      for (const file of globSync('*.ts', { cwd })) {
        const before = readFileSync(resolve(folder, name, file), 'utf8').split('\n');
        const after = readFileSync(resolve(cwd, file), 'utf8').split('\n');
        expect(after.map(line => line.replace('await ', ''))).toEqual(before.map(line => line.replace('await ', '')));
        const changed = after.flatMap((line, index) => (line === before[index] ? [] : [line]));
        expect(changed).toEqual(after.filter(line => line.includes(' // lost: ')));
      }
    });
  },
);

/** The version of the package that a fixture imports from first. */
function versionOf(path: string): string {
  const program = loadProgram(dirname(path));
  const sourceFile = program.getSourceFile(path);
  const imported = sourceFile?.statements.find(ts.isImportDeclaration)?.moduleSpecifier;
  if (!sourceFile || !imported || !ts.isStringLiteral(imported)) throw new Error(`${path} imports nothing`);
  const { resolvedModule } = ts.resolveModuleName(
    imported.text,
    path,
    program.getCompilerOptions(),
    ts.sys,
    undefined,
    undefined,
    sourceFile.impliedNodeFormat,
  );
  return resolvedModule?.packageId?.version ?? '';
}

/** Copies the fixtures of a folder to one below it, where the same packages resolve. */
function copyFixtures(from: string): string {
  mkdirSync(resolve(from, '.tmp'), { recursive: true });
  const copy = mkdtempSync(resolve(from, '.tmp/builders-'));
  onTestFinished(() => {
    rmSync(copy, { recursive: true });
  });
  for (const file of globSync('*.ts', { cwd: from })) cpSync(resolve(from, file), resolve(copy, file));
  writeFileSync(resolve(copy, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }));
  return copy;
}
