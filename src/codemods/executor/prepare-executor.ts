import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type ts from 'typescript';
import type { TypeFacts } from '../../engines/type-facts.js';
import type { ExecutorTask } from '../prepare-task.js';
import { UsageError } from '../usage-error.js';
import type { Executor } from './executor.js';
import { findDatabase, type DatabaseSource } from './find-database.js';
import { renderModule } from './render-module.js';
import { surveyConnections, type ConnectionSurvey } from './survey-connections.js';

/** The project that is prepared for. */
export interface ExecutorContext {
  readonly compiler: typeof ts;
  readonly program: ts.Program;
  readonly facts: TypeFacts;
  readonly isUnsafe: boolean;
}

/**
 * Prepares to move statements of a project to workers; undefined where the file that opens the database is no part of it.
 * Throws a {@link UsageError} where the workers could not run: Piscina is missing, the database would be locked.
 */
export function prepareExecutor(
  { threads, ...database }: ExecutorTask,
  context: ExecutorContext,
): Executor | undefined {
  const { compiler, isUnsafe, program } = context;
  const source = findDatabase(program, database, compiler);
  if (!source) return undefined;
  const { driver, sourceFile } = source;
  assertInstalled(sourceFile.fileName);
  assertShareable(source, program);
  const importEnding = findImportEnding(program, sourceFile, compiler);
  const [, stem = '', ending = ''] = /^(.*?)(\.[cm]?ts)$/.exec(sourceFile.fileName) ?? [];
  const executorFile = join(dirname(sourceFile.fileName), `database-executor${ending}`).replaceAll('\\', '/');
  const workerFile = executorFile.replace(/database-executor(\.[cm]?ts)$/, 'database-worker$1');
  const isCommonJs = isCommonJsFile(program, sourceFile, compiler);
  const { executor, worker } = renderModule({
    driver: driver.name,
    databasePath: `./${basename(stem)}${importEnding}`,
    name: source.name,
    kind: source.kind,
    importEnding,
    isCommonJs,
    hasDefaultImports: !isCommonJs || hasInterop(program.getCompilerOptions(), compiler),
    threads,
  });
  return {
    driver,
    databaseFile: sourceFile.fileName,
    executorFile,
    created: filesToCreate(
      new Map([
        [executorFile, executor],
        [workerFile, worker],
      ]),
    ),
    importEnding,
    isUnsafe,
    survey: survey(source, context),
  };
}

function assertInstalled(fileName: string): void {
  try {
    createRequire(fileName).resolve('piscina');
  } catch {
    throw new UsageError(
      `${dirname(fileName)}: the executor runs on Piscina, which is not installed here: npm install piscina`,
    );
  }
}

/** Threads share a file only in write-ahead mode, and where they wait for each other. Both may be set anywhere in the project. */
function assertShareable({ driver, name, sourceFile }: DatabaseSource, program: ts.Program): void {
  const isSet = (pattern: RegExp): boolean => ownFiles(program).some(({ text }) => pattern.test(text));
  const missing = !isSet(/journal_mode\W+wal\b/i)
    ? 'PRAGMA journal_mode = WAL'
    : !driver.waits && !isSet(/busy_timeout|\btimeout:/)
      ? 'PRAGMA busy_timeout = 5000'
      : undefined;
  if (missing !== undefined)
    throw new UsageError(
      `${sourceFile.fileName}: threads can share a database only after \`${missing}\`. Let \`${name}\` run that first.`,
    );
}

/** What is to be made. Files that are there already are their owner's. */
function filesToCreate(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = [...files.keys()].find(fileName => existsSync(fileName) && !isOurs(fileName));
  if (known !== undefined)
    throw new UsageError(
      `${known}: is there already, and is no executor. Move it, or open the database in another folder.`,
    );
  return new Map([...files].filter(([fileName]) => !existsSync(fileName)));
}

function isOurs(fileName: string): boolean {
  const text = readFileSync(fileName, 'utf8');
  return fileName.includes('database-worker') ? text.includes('export default') : /\boffload\b/.test(text);
}

/** How the project's own files end the paths of relative imports; where there are none, as its modules have to. */
function findImportEnding(
  program: ts.Program,
  { fileName, impliedNodeFormat }: ts.SourceFile,
  compiler: typeof ts,
): string {
  const script = fileName.replace(/^.*\.([cm]?)ts$/, '.$1js');
  const endings = ownFiles(program)
    .flatMap(file => relativeImports(file, compiler))
    .map(path => /\.[cm]?[jt]s$/.exec(path)?.[0] ?? '');
  if (endings.length > 0) {
    if (endings.every(ending => ending === '')) return '';
    return endings.some(ending => ending.endsWith('ts')) ? script.replace('j', 't') : script;
  }
  return impliedNodeFormat === compiler.ModuleKind.ESNext ? script : '';
}

function relativeImports(file: ts.SourceFile, compiler: typeof ts): readonly string[] {
  return file.statements.flatMap(statement => {
    const specifier = compiler.isImportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    return specifier && compiler.isStringLiteral(specifier) && specifier.text.startsWith('.') ? [specifier.text] : [];
  });
}

/** Whether a file is compiled to a CommonJS module, which has `__filename` where others have `import.meta`. */
function isCommonJsFile(program: ts.Program, { impliedNodeFormat }: ts.SourceFile, compiler: typeof ts): boolean {
  if (impliedNodeFormat !== undefined) return impliedNodeFormat === compiler.ModuleKind.CommonJS;
  return program.getCompilerOptions().module === compiler.ModuleKind.CommonJS;
}

/** Whether a CommonJS module may be imported as a default from another one. */
function hasInterop({ esModuleInterop, module }: ts.CompilerOptions, compiler: typeof ts): boolean {
  return esModuleInterop ?? (module !== undefined && module >= compiler.ModuleKind.Node16);
}

/** Surveys all of the project but the file that opens the database, which the workers load too. */
function survey(
  { driver, sourceFile: { fileName } }: DatabaseSource,
  { compiler, facts, program }: ExecutorContext,
): ConnectionSurvey {
  const units = ownFiles(program)
    .filter(file => file.fileName !== fileName)
    .map(file => ({ sourceFile: file, syntax: compiler, facts }));
  return surveyConnections(units, driver, toPlace);
}

function ownFiles(program: ts.Program): readonly ts.SourceFile[] {
  return program
    .getSourceFiles()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && !fileName.includes('/node_modules/'));
}

/** Where a node stands, as a reader finds it. */
function toPlace(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${basename(file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}
