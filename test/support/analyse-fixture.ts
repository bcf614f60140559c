import { resolve } from 'node:path';
import ts from 'typescript';
import { analyseFile, type FileAnalysis } from '../../src/analysis/analyse-file.js';
import { checksOfPreset, checksOfUnawaitedCalls, type Checks } from '../../src/analysis/configuration/checks.js';
import {
  defaultOptions,
  ruleOptions,
  type PresetName,
  type RuleOptions,
} from '../../src/analysis/configuration/rule-options.js';
import { explainCalls, type CallExplanation } from '../../src/analysis/explain-calls.js';
import { parseSettings, type PersistenceSettings } from '../../src/analysis/configuration/settings.js';
import type { CheckedUnit } from '../../src/analysis/unit.js';
import { fixturesConfig, root } from './paths.js';
import { unitOf } from './unit-of.js';

/** What a test may set apart from the defaults. */
export interface AnalysisSetup {
  readonly options?: Partial<RuleOptions['no-unawaited-calls']>;
  readonly settings?: PersistenceSettings;
  /** What to look for, in place of what `options` ask for. */
  readonly checks?: Checks;
}

/** A fixture with what the analysis says of it. */
export interface AnalysedFixture extends FileAnalysis {
  readonly text: string;
}

/**
 * Analyses one small fixture, given relative to `fixtures/`, with the types of all of them: under the preset that its first
 * line names (`// preset: strict`), else under `recommended`.
 */
export function analyseFixture(file: string): AnalysedFixture {
  const unit = unitOfFixture(file);
  return { ...analyseFile(unit), text: unit.sourceFile.text };
}

/** Explains every call of such a fixture. */
export function explainFixture(file: string): readonly CallExplanation[] {
  const unit = unitOfFixture(file);
  return explainCalls(unit, { start: 0, end: unit.sourceFile.text.length });
}

function unitOfFixture(file: string): CheckedUnit {
  const path = resolve(root, 'fixtures', file);
  const program = loadProgram();
  const isStrict = program.getSourceFile(path)?.text.startsWith('// preset: strict\n') === true;
  return createUnit(program, path, {
    checks: checksOfPreset(isStrict ? 'strict' : 'recommended'),
    settings: undefined,
  });
}

/** Analyses a text under a preset, or with some options of `no-unawaited-calls` or other checks, as a file of the fixtures' folder, so that the same packages resolve. */
export function analyseText(text: string, setup: AnalysisSetup | PresetName): AnalysedFixture {
  const name = 'in-memory.ts';
  const program = createProgramOf({ [name]: text });
  const path = toPath(name);
  if (typeof setup === 'string')
    return analyseIn(program, path, { checks: checksOfPreset(setup), settings: undefined });
  const checks =
    setup.checks ?? checksOfUnawaitedCalls({ ...defaultOptions(ruleOptions['no-unawaited-calls']), ...setup.options });
  return analyseIn(program, path, { checks, settings: setup.settings });
}

/** Some texts in one program, by their names in the fixtures' folder, under the strict preset. */
export function unitsOf(texts: Readonly<Record<string, string>>): {
  readonly program: ts.Program;
  readonly units: readonly CheckedUnit[];
} {
  const program = createProgramOf(texts);
  return {
    program,
    units: Object.keys(texts).map(name =>
      createUnit(program, toPath(name), { checks: checksOfPreset('strict'), settings: undefined }),
    ),
  };
}

function toPath(name: string): string {
  return resolve(root, 'fixtures', name);
}

function createProgramOf(texts: Readonly<Record<string, string>>): ts.Program {
  const byPath = new Map(Object.entries(texts).map(([name, text]) => [toPath(name), text]));
  const options: ts.CompilerOptions = { ...parseConfig().options, allowJs: true, jsx: ts.JsxEmit.Preserve };
  const host = ts.createCompilerHost(options);
  return ts.createProgram({
    rootNames: [...byPath.keys()],
    options,
    host: {
      ...host,
      fileExists: name => byPath.has(name) || host.fileExists(name),
      getSourceFile: (name, version) => {
        const text = byPath.get(name);
        return text === undefined
          ? parseOnce(name, () => host.getSourceFile(name, version))
          : ts.createSourceFile(name, text, version);
      },
    },
  });
}

const parsed = new Map<string, ts.SourceFile | undefined>();

function parseOnce(name: string, parse: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!parsed.has(name)) parsed.set(name, parse());
  return parsed.get(name);
}

interface Conditions {
  readonly checks: Checks;
  readonly settings: PersistenceSettings | undefined;
}

function analyseIn(program: ts.Program, path: string, conditions: Conditions): AnalysedFixture {
  const unit = createUnit(program, path, conditions);
  return { ...analyseFile(unit), text: unit.sourceFile.text };
}

function createUnit(program: ts.Program, path: string, { checks, settings }: Conditions): CheckedUnit {
  const sourceFile = program.getSourceFile(path);
  const parsedSettings = parseSettings(settings);
  if (!sourceFile || !parsedSettings.ok) throw new Error(`${path} is not in the program, or the settings are wrong`);
  return unitOf(sourceFile, program, { checks, settings: parsedSettings.settings });
}

let fixturesProgram: ts.Program | undefined;

function loadProgram(): ts.Program {
  if (!fixturesProgram) {
    const { fileNames, options } = parseConfig();
    fixturesProgram = ts.createProgram(fileNames, options);
  }
  return fixturesProgram;
}

function parseConfig(): ts.ParsedCommandLine {
  const config = ts.getParsedCommandLineOfConfigFile(fixturesConfig, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (!config || config.errors.length > 0) throw new Error(`${fixturesConfig} cannot be read`);
  return config;
}
