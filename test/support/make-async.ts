import ts from 'typescript';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import { checksOfUnawaitedCalls } from '../../src/analysis/configuration/checks.js';
import type { Edit } from '../../src/analysis/finding.js';
import { defaultOptions, ruleOptions } from '../../src/analysis/configuration/rule-options.js';
import type { CheckedUnit } from '../../src/analysis/unit.js';
import { createTracing } from '../../src/codemods/make-async/create-tracing.js';
import { planMakeAsync } from '../../src/codemods/make-async/plan-make-async.js';
import { engines, unitOf } from './unit-of.js';

/** Files by name, without folders. */
export type Files = Readonly<Record<string, string>>;

/** What planning made of some files. */
export interface MadeAsync {
  readonly files: Files;
  /** Why findings were left, in the order of the files. */
  readonly refusals: readonly string[];
  /** What the compiler says of the files as they are now. */
  readonly errors: readonly string[];
}

/** The database that all files know: it is global, so that they need no import. */
const database = `interface Post { title: string; count: number }
interface PostRepository { save(post?: Post): Promise<Post>; remove(id?: string): Promise<void>; count(): Promise<number> }
declare const posts: PostRepository;
declare const post: Post;
declare const many: Post[];
declare function log(...values: unknown[]): void;
`;

/** Repairs some files: makes functions async that have to wait, and awaits what is safe, one finding after the other, until nothing is planned. */
export function makeAsync(files: Files): MadeAsync {
  let current = files;
  for (;;) {
    const { edits, refusals } = planOnce(current);
    if (!edits) return { files: current, refusals, errors: errorsIn(createProgram(current), Object.keys(current)) };
    current = Object.fromEntries(
      Object.entries(current).map(([name, text]) => [name, applyEdits(text, edits.get(toPath(name)) ?? [])]),
    );
  }
}

/** The errors that the compiler finds in some files. */
export function typeErrorsIn(files: Files): readonly string[] {
  return errorsIn(createProgram(files), Object.keys(files));
}

/** The kinds of what is still lost, with the line. */
export function findingsIn(files: Files): readonly string[] {
  const program = createProgram(files);
  return Object.keys(files).flatMap(name => {
    const sourceFile = sourceFileOf(program, name);
    return analyseFile(toUnit(program, sourceFile)).findings.map(
      ({ kind, range }) => `${name}:${sourceFile.getLineAndCharacterOfPosition(range.start).line + 1} ${kind}`,
    );
  });
}

interface Planned {
  readonly edits: ReadonlyMap<string, readonly Edit[]> | undefined;
  readonly refusals: readonly string[];
}

function planOnce(files: Files): Planned {
  const program = createProgram(files);
  const tracing = createTracing(engines.of(program), {
    toUnit: sourceFile => toUnit(program, sourceFile),
    isEditable: path => path !== databasePath && !path.includes('locked'),
    findExternalCaller: (declaration, name) =>
      declaration.getSourceFile().fileName.includes('public') ? `\`${name}\` is public` : undefined,
    toPath: path => path.slice(1),
  });
  const refusals: string[] = [];
  for (const name of Object.keys(files)) {
    const sourceFile = sourceFileOf(program, name);
    for (const finding of analyseFile(toUnit(program, sourceFile)).findings) {
      if (finding.remedy.type === 'fix')
        return { edits: new Map([[sourceFile.fileName, finding.remedy.change.edits]]), refusals: [] };
      const plan = planMakeAsync(finding, { sourceFile, tracing, isWanted: () => false });
      if (plan.kind === 'traced') return { edits: plan.edits, refusals: [] };
      if (plan.kind === 'refused') refusals.push(plan.reason);
    }
  }
  return { edits: undefined, refusals };
}

function toUnit(program: ts.Program, sourceFile: ts.SourceFile): CheckedUnit {
  const checks = checksOfUnawaitedCalls({
    ...defaultOptions(ruleOptions['no-unawaited-calls']),
    checkSyncFunctions: true,
  });
  return unitOf(sourceFile, program, { checks });
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce(
      (result, { end, start, text: replacement }) => result.slice(0, start) + replacement + result.slice(end),
      text,
    );
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  types: [],
  experimentalDecorators: true,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  checkJs: true,
};
const libraries = new Map<string, ts.SourceFile | undefined>();
const databasePath = '/database.ts';

function createProgram(files: Files): ts.Program {
  const texts = new Map([
    ...Object.entries(files).map(([name, text]) => [toPath(name), text] as const),
    [databasePath, database],
  ]);
  const host = ts.createCompilerHost(options);
  return ts.createProgram({
    rootNames: [...texts.keys()],
    options,
    host: {
      ...host,
      getCurrentDirectory: () => '/',
      directoryExists: () => true,
      fileExists: path => texts.has(path) || host.fileExists(path),
      readFile: path => texts.get(path) ?? host.readFile(path),
      getSourceFile: (path, version) => {
        const text = texts.get(path);
        if (text !== undefined) return ts.createSourceFile(path, text, version);
        if (!libraries.has(path)) libraries.set(path, host.getSourceFile(path, version));
        return libraries.get(path);
      },
    },
  });
}

function errorsIn(program: ts.Program, names: readonly string[]): readonly string[] {
  return names.flatMap(name => {
    const sourceFile = sourceFileOf(program, name);
    return [...program.getSyntacticDiagnostics(sourceFile), ...program.getSemanticDiagnostics(sourceFile)].map(
      ({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

function sourceFileOf(program: ts.Program, name: string): ts.SourceFile {
  const sourceFile = program.getSourceFile(toPath(name));
  if (!sourceFile) throw new Error(`${name} is not in the program`);
  return sourceFile;
}

function toPath(name: string): string {
  return `/${name}`;
}
