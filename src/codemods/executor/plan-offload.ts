import { dirname, relative, sep } from 'node:path';
import type ts from 'typescript';
import { awaitEdits, wrapEdits } from '../../analysis/remedies/await-edits.js';
import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import { findReadBefore } from '../../analysis/remedies/find-read-before.js';
import { findIdentifiers, findReferences } from '../../analysis/names/find-references.js';
import type { Edit, Finding } from '../../analysis/finding.js';
import type { FileUnit } from '../../analysis/unit.js';
import type { Plan, RepairPlanner } from '../repair.js';
import { findNodeAt } from '../find-node-at.js';
import { classifySql } from './classify-sql.js';
import { isDriverName } from './drivers.js';
import type { Executor } from './executor.js';
import { opensTransaction, readsThenWrites } from './find-sql-uses.js';
import { isInMemory } from './is-in-memory.js';
import { findRun, readStatement, type SqlCall } from './read-statement.js';
import { sqlTextOf } from './sql-text.js';
import { findName } from './survey-connections.js';

/**
 * Plans to move the statements of a synchronous driver to the workers of an executor, which there is only where the database
 * is opened by a file of the project; of anything else, what `planOther` plans.
 */
export function planOffload(executor: Executor | undefined, planOther: RepairPlanner): RepairPlanner {
  return (finding, place) => {
    if (finding.kind !== 'blockingCall' || !isDriverName(finding.origin.library)) return planOther(finding, place);
    if (!executor) return refuse('the file that opens the database is not part of this project');
    const sourceFile = place.engine.files.named(place.fileName);
    if (!sourceFile) return { kind: 'none' };
    const unit = place.toUnit(sourceFile);
    const call = findNodeAt(finding.range, unit.syntax.isCallExpression, unit);
    return call ? planCall(call, finding, executor, unit) : { kind: 'none' };
  };
}

function planCall(call: ts.CallExpression, { origin }: Finding, executor: Executor, unit: FileUnit): Plan {
  const { driver } = executor;
  if (origin.library !== driver.name) return refuse(`the executor is made for ${driver.name}`);
  if (origin.operation === 'transaction') return refuse('a transaction belongs to its connection');
  const foreign = findForeignFile(unit, executor);
  if (foreign !== undefined) return refuse(foreign);
  const statement = readStatement(call, unit);
  if (statement.kind === 'refused') return statement;
  const reason = findObstacle(call, statement.call, executor, unit);
  return reason === undefined ? planEdits(call, statement.call, executor, unit) : refuse(reason);
}

/** Why statements of a file stay where they are, whatever they are. */
function findForeignFile(unit: FileUnit, { databaseFile, executorFile }: Executor): string | undefined {
  const { fileName } = unit.sourceFile;
  if (fileName === databaseFile) return 'the workers load this file to open the database';
  if (/\.[cm]?jsx?$/.test(fileName))
    return 'the executor is a TypeScript module, which JavaScript cannot import until it is compiled';
  const isOther = findIdentifiers('offload', unit).some(
    name => !isImported(name, importPath(fileName, executorFile, ''), unit),
  );
  return isOther ? 'the name `offload` has another meaning in this file' : undefined;
}

/** Whether a name is imported from a module, whatever ends its path. */
function isImported(name: ts.Identifier, path: string, { facts, syntax }: FileUnit): boolean {
  const [declaration] = facts.declarationsOf(name);
  const specifier =
    declaration && syntax.isImportSpecifier(declaration) ? declaration.parent.parent.parent.moduleSpecifier : undefined;
  return (
    specifier !== undefined &&
    syntax.isStringLiteralLike(specifier) &&
    specifier.text.replace(/\.[cm]?[jt]s$/, '') === path
  );
}

/** Why a statement must stay on its connection; undefined where nothing is known. */
function findObstacle(
  call: ts.CallExpression,
  sqlCall: SqlCall,
  executor: Executor,
  unit: FileUnit,
): string | undefined {
  const { syntax } = unit;
  const around = classifySurroundings(call, syntax);
  if (around.kind !== 'async')
    return isGivenToTransaction(call, unit)
      ? 'it is part of a synchronous transaction'
      : 'the function around it is not async';
  if (sqlCall.method === 'exec' && !syntax.isExpressionStatement(call.parent))
    return 'the connection that `exec` returns is used';
  return findSqlObstacle(sqlCall, executor, unit) ?? findObstacleAround(around.fn, sqlCall, executor, unit);
}

function findSqlObstacle({ connection, sql }: SqlCall, executor: Executor, unit: FileUnit): string | undefined {
  if (isInMemory(connection, unit)) return 'a database in memory belongs to its connection';
  const { survey } = executor;
  if (survey.settings !== undefined) return `${survey.settings} configures a connection, which the workers do not see`;
  const text = sql && sqlTextOf(sql, unit);
  if (text === undefined) return undefined;
  const effect = classifySql(text);
  if (effect.kind === 'bound') return effect.reason;
  const [name, place] = findName(text, survey) ?? [];
  if (name !== undefined) return `\`${name}\` belongs to one connection, to which ${place ?? ''} adds it`;
  return effect.kind === 'write' && survey.lastWrite !== undefined
    ? `${survey.lastWrite} reads what this connection wrote last`
    : undefined;
}

function findObstacleAround(
  fn: ts.SignatureDeclaration,
  { binding }: SqlCall,
  executor: Executor,
  unit: FileUnit,
): string | undefined {
  if (opensTransaction(fn, unit)) return 'the function around it opens a transaction, which belongs to its connection';
  if (binding && !isRunInOneFunction(binding, fn, unit))
    return `the statement is kept in \`${binding.declaration.name.getText()}\`, which is used in another function`;
  if (executor.isUnsafe || !readsThenWrites(fn, executor, unit)) return undefined;
  return 'the function around it reads before it writes, and others could write in between: use one statement, or apply it with `--unsafe`';
}

function isRunInOneFunction(
  binding: NonNullable<SqlCall['binding']>,
  fn: ts.SignatureDeclaration,
  unit: FileUnit,
): boolean {
  return findReferences(binding, unit).every(reference => {
    const around = classifySurroundings(reference, unit.syntax);
    return around.kind === 'async' && around.fn === fn && binding.scope === fn;
  });
}

function isGivenToTransaction(node: ts.Node, { syntax }: FileUnit): boolean {
  for (let at = node; !syntax.isSourceFile(at); at = at.parent) {
    const { parent } = at;
    if (
      !syntax.isFunctionLike(at) ||
      !syntax.isCallExpression(parent) ||
      !syntax.isPropertyAccessExpression(parent.expression)
    )
      continue;
    if (parent.expression.name.text === 'transaction') return true;
  }
  return false;
}

function planEdits(
  call: ts.CallExpression,
  { binding, connection }: SqlCall,
  { created, executorFile, importEnding }: Executor,
  unit: FileUnit,
): Plan {
  const { fileName } = unit.sourceFile;
  const runs = binding ? findReferences(binding, unit).flatMap(reference => findRun(reference, unit) ?? []) : [call];
  const before = runs.map(run => findReadBefore(run, unit)).find(found => found && !found.isConditional);
  if (before)
    return refuse(
      `\`${before.target.getText(unit.sourceFile)}\` is read before the \`await\`, so a concurrent update would be overwritten`,
    );
  const edits = [...runs.flatMap(run => awaitEdits(run, unit)), ...wrapEdits(connection, 'offload(', unit)];
  return {
    kind: 'repair',
    repair: {
      edits: new Map([[fileName, mergeInsertions(edits)]]),
      created,
      imports: [{ fileName, name: 'offload', from: importPath(fileName, executorFile, importEnding) }],
      reach: 'body',
    },
  };
}

/** The edits in the order of the text, those of one place as one, in the order given: what comes in front of a statement is in front of its connection. */
function mergeInsertions(edits: readonly Edit[]): readonly Edit[] {
  const merged = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.start} ${edit.end}`;
    merged.set(key, { ...edit, text: (merged.get(key)?.text ?? '') + edit.text });
  }
  return [...merged.values()].toSorted((a, b) => a.start - b.start);
}

/** How a file names the module: relative, with forward slashes. */
function importPath(fileName: string, moduleFile: string, ending: string): string {
  const path = relative(dirname(fileName), moduleFile)
    .split(sep)
    .join('/')
    .replace(/\.[cm]?ts$/, '');
  return `${path.startsWith('.') ? '' : './'}${path}${ending}`;
}

function refuse(reason: string): Plan {
  return { kind: 'refused', reason };
}
