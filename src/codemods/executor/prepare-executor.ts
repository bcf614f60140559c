import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type ts from 'typescript';
import type { Engine } from '../../engines/engine.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { ExecutorTask } from '../prepare-task.js';
import { UsageError } from '../usage-error.js';
import type { Executor } from './executor.js';
import { findDatabase, type DatabaseSource } from './find-database.js';
import { renderModule } from './render-module.js';
import { surveyConnections, type ConnectionSurvey } from './survey-connections.js';

/** The project that is prepared for. */
export interface ExecutorContext {
  readonly engine: Engine;
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
  const { engine, isUnsafe } = context;
  const source = findDatabase(engine, database);
  if (!source) return undefined;
  const { driver, sourceFile } = source;
  assertInstalled(sourceFile.fileName);
  assertShareable(source, engine);
  const importEnding = findImportEnding(engine, sourceFile);
  const [, stem = '', ending = ''] = /^(.*?)(\.[cm]?ts)$/.exec(sourceFile.fileName) ?? [];
  const executorFile = join(dirname(sourceFile.fileName), `database-executor${ending}`).replaceAll('\\', '/');
  const workerFile = executorFile.replace(/database-executor(\.[cm]?ts)$/, 'database-worker$1');
  const isCommonJs = engine.modules.isCommonJs(sourceFile);
  const { executor, worker } = renderModule({
    driver: driver.name,
    databasePath: `./${basename(stem)}${importEnding}`,
    name: source.name,
    kind: source.kind,
    importEnding,
    isCommonJs,
    hasDefaultImports: !isCommonJs || engine.modules.hasDefaultImports(),
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
      `${dirname(fileName)}: the executor requires Piscina, which is not installed here: npm install piscina`,
    );
  }
}

/** Threads can share a file only in write-ahead mode with a busy timeout. Both may be set anywhere in the project. */
function assertShareable({ driver, name, sourceFile }: DatabaseSource, engine: Engine): void {
  const isSet = (pattern: RegExp): boolean => ownFiles(engine).some(({ text }) => pattern.test(text));
  const missing = !isSet(/journal_mode\W+wal\b/i)
    ? 'PRAGMA journal_mode = WAL'
    : !driver.waits && !isSet(/busy_timeout|\btimeout:/)
      ? 'PRAGMA busy_timeout = 5000'
      : undefined;
  if (missing !== undefined)
    throw new UsageError(
      `${sourceFile.fileName}: threads can share a database only after \`${missing}\`. Run it first in \`${name}\`.`,
    );
}

/** The files to create. Existing files belong to the user. */
function filesToCreate(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const known = [...files.keys()].find(fileName => existsSync(fileName) && !isOurs(fileName));
  if (known !== undefined)
    throw new UsageError(
      `${known}: already exists and is not an executor. Move it, or open the database in another folder.`,
    );
  return new Map([...files].filter(([fileName]) => !existsSync(fileName)));
}

function isOurs(fileName: string): boolean {
  const text = readFileSync(fileName, 'utf8');
  return fileName.includes('database-worker') ? text.includes('export default') : /\boffload\b/.test(text);
}

/** How the project's own files end the paths of relative imports; where there are none, as its modules have to. */
function findImportEnding(engine: Engine, sourceFile: ts.SourceFile): string {
  const { fileName } = sourceFile;
  const script = fileName.replace(/^.*\.([cm]?)ts$/, '.$1js');
  const endings = ownFiles(engine)
    .flatMap(file => relativeImports(file, engine.syntax))
    .map(path => /\.[cm]?[jt]s$/.exec(path)?.[0] ?? '');
  if (endings.length > 0) {
    if (endings.every(ending => ending === '')) return '';
    return endings.some(ending => ending.endsWith('ts')) ? script.replace('j', 't') : script;
  }
  return engine.modules.needsEndings(sourceFile) ? script : '';
}

function relativeImports(file: ts.SourceFile, syntax: Syntax): readonly string[] {
  return file.statements.flatMap(statement => {
    const specifier = syntax.isImportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    return specifier && syntax.isStringLiteralLike(specifier) && specifier.text.startsWith('.') ? [specifier.text] : [];
  });
}

/** Surveys all of the project but the file that opens the database, which the workers load too. */
function survey({ driver, sourceFile: { fileName } }: DatabaseSource, { engine }: ExecutorContext): ConnectionSurvey {
  const units = ownFiles(engine)
    .filter(file => file.fileName !== fileName)
    .map(file => ({ sourceFile: file, syntax: engine.syntax, facts: engine.types }));
  return surveyConnections(units, driver, toPlace);
}

function ownFiles({ files }: Engine): readonly ts.SourceFile[] {
  return files
    .all()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && !fileName.includes('/node_modules/'));
}

/** The position of a node, for a reader. */
function toPlace(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${basename(file.fileName)}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}
