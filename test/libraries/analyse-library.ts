import { dirname, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import { checksOfUnawaitedCalls } from '../../src/analysis/configuration/checks.js';
import type { Finding } from '../../src/analysis/finding.js';
import { defaultOptions, ruleOptions } from '../../src/analysis/configuration/rule-options.js';
import { root } from '../support/paths.js';
import { loadProgram } from './load-program.js';
import { unitOf } from '../support/unit-of.js';

const folder = resolve(root, 'fixtures/libraries');

/** Names the only library that is tested, as `npm run test:library` does. */
export const onlyLibrary = process.env['PERSISTENCE_LIBRARY'];

/** The fixtures of all libraries, by the name of the library: `@` is left out, and `/` is `-`. */
export const libraries: readonly string[] = globSync('*.ts', { cwd: folder })
  .map(file => file.replace(/\.ts$/, ''))
  .filter(library => onlyLibrary === undefined || library === onlyLibrary)
  .toSorted();

/** One line of a fixture: `pool.query('delete from t');` with what is said at its end. */
export interface FixtureLine {
  readonly number: number;
  /** The line without its indentation and its comment. */
  readonly code: string;
  /** What is lost there: `floating, fix, write, eager`. Undefined where nothing may be reported. */
  readonly lost: string | undefined;
}

/** A library's fixture with what the analysis finds in it. */
export interface AnalysedLibrary {
  readonly lines: readonly FixtureLine[];
  /** What is found, by line: `12 floating, fix, write, eager`. */
  readonly found: readonly string[];
  /** The type errors of the fixture. */
  readonly errors: readonly string[];
}

/** Analyses the fixture of one library, with the calls to open and close connections, and the objects that route handlers return. */
export function analyseLibrary(library: string): AnalysedLibrary {
  return analyseFixture(resolve(folder, `${library}.ts`));
}

/** The same for a fixture anywhere, with the program of its folder. */
export function analyseFixture(path: string): AnalysedLibrary {
  const program = loadProgram(dirname(path), onlyLibrary === undefined ? undefined : path);
  const sourceFile = program.getSourceFile(path);
  if (!sourceFile) throw new Error(`${path} is not in the program`);
  const checks = checksOfUnawaitedCalls({
    ...defaultOptions(ruleOptions['no-unawaited-calls']),
    checkConnections: true,
    checkReturnedObjects: true,
  });
  const { findings } = analyseFile(unitOf(sourceFile, program, { checks }));
  return {
    lines: sourceFile.text.split('\n').map(toFixtureLine),
    found: findings.map(finding => renderFinding(finding, sourceFile)),
    errors: program
      .getSemanticDiagnostics(sourceFile)
      .map(
        ({ messageText, start = 0 }) =>
          `${lineAt(start, sourceFile)} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      ),
  };
}

function toFixtureLine(text: string, index: number): FixtureLine {
  const [code = '', lost] = text.split(' // lost: ');
  return { number: index + 1, code: code.trim(), lost };
}

function renderFinding({ kind, origin, range, remedy }: Finding, sourceFile: ts.SourceFile): string {
  return `${lineAt(range.start, sourceFile)} ${kind}, ${remedy.type}, ${origin.operation}, ${origin.execution}`;
}

function lineAt(offset: number, sourceFile: ts.SourceFile): number {
  return sourceFile.getLineAndCharacterOfPosition(offset).line + 1;
}
