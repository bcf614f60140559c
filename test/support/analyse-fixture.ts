import { resolve } from 'node:path';
import ts from 'typescript';
import { analyseFile, type FileAnalysis } from '../../src/analysis/analyse-file.js';
import { defaultOptions, ruleOptions } from '../../src/analysis/rule-options.js';
import { parseSettings, type PersistenceSettings } from '../../src/analysis/settings.js';
import type { Checks } from '../../src/analysis/unit.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { classicTypeFacts } from '../../src/type-facts/classic-type-facts.js';
import { fixturesConfig, root } from './paths.js';

/** What a test may set apart from the defaults. */
export interface AnalysisSetup {
  readonly checks?: Partial<Checks>;
  readonly settings?: PersistenceSettings;
}

/** A fixture with what the analysis says of it. */
export interface AnalysedFixture extends FileAnalysis {
  readonly text: string;
}

/** Analyses one small fixture, given relative to `fixtures/`, with the types of all of them. */
export function analyseFixture(file: string, { checks, settings }: AnalysisSetup = {}): AnalysedFixture {
  return analyseIn(loadProgram(), resolve(root, 'fixtures', file), { checks, settings });
}

/** Analyses a text as a file of the fixtures' folder, so that the same packages resolve. */
export function analyseText(text: string, setup: AnalysisSetup = {}): AnalysedFixture {
  const path = resolve(root, 'fixtures/in-memory.ts');
  const { options } = parseConfig();
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram({
    rootNames: [path],
    options,
    host: {
      ...host,
      fileExists: name => name === path || host.fileExists(name),
      getSourceFile: (name, version) =>
        name === path ? ts.createSourceFile(path, text, version) : parseOnce(name, () => host.getSourceFile(name, version)),
    },
  });
  return analyseIn(program, path, setup);
}

const parsed = new Map<string, ts.SourceFile | undefined>();

function parseOnce(name: string, parse: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!parsed.has(name)) parsed.set(name, parse());
  return parsed.get(name);
}

interface PartialSetup {
  readonly checks?: Partial<Checks> | undefined;
  readonly settings?: PersistenceSettings | undefined;
}

function analyseIn(program: ts.Program, path: string, { checks, settings }: PartialSetup): AnalysedFixture {
  const sourceFile = program.getSourceFile(path);
  const parsedSettings = parseSettings(settings);
  if (!sourceFile || !parsedSettings.ok) throw new Error(`${path} is not in the program, or the settings are wrong`);
  const analysis = analyseFile({
    sourceFile,
    syntax: ts,
    facts: classicTypeFacts(ts, program),
    catalogue,
    settings: parsedSettings.settings,
    checks: { ...defaultOptions(ruleOptions['no-unawaited-calls']), ...checks },
  });
  return { ...analysis, text: sourceFile.text };
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
