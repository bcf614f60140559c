import type ts from 'typescript';
import { isWithin } from '../../syntax/ancestors.js';
import { findCandidates } from '../../analysis/find-candidates.js';
import { perUnit } from '../../analysis/per-unit.js';
import { createSolver } from '../../analysis/summaries/create-solver.js';
import { contains } from '../../syntax/contains.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Unit } from '../../analysis/unit.js';
import { classifySql, type SqlEffect } from './classify-sql.js';
import type { Driver } from './drivers.js';
import { readStatement } from './read-statement.js';
import { sqlTextOf, textOf } from './sql-text.js';

/** Recognizes calls that run SQL: those of the driver, and those that were already moved to workers. */
export interface SqlSource {
  readonly driver: Driver;
  /** The file of the module that moves statements to workers. */
  readonly executorFile: string;
}

/** The effects of a call on the database, directly or through functions of the project. */
interface SqlUse {
  readonly call: ts.CallExpression;
  readonly effects: Effects;
}

/**
 * Whether a function reads from the database before it writes to it, so that what it writes may depend on what it read. While
 * nothing is awaited in between, no concurrent write is possible.
 */
export function readsThenWrites(fn: ts.SignatureDeclaration, source: SqlSource, unit: Unit): boolean {
  const uses = findSqlUses(fn, source, unit);
  const writes = uses.filter(({ effects }) => effects.has('write'));
  return uses.some(
    read =>
      read.effects.has('read') &&
      writes.some(write => read.call.end < write.call.end || shareLoop(read.call, write.call, fn, unit)),
  );
}

/** Whether a function opens or ends a transaction by a text of its own. */
export function opensTransaction(fn: ts.Node, unit: Unit): boolean {
  return contains(
    fn,
    node => {
      const text = textOf(node, unit);
      const effect = text === undefined ? undefined : classifySql(text);
      return effect?.kind === 'bound' && effect.topic === 'transaction';
    },
    unit.syntax,
  );
}

type Effects = ReadonlySet<SqlEffect['kind']>;

function findSqlUses(fn: ts.Node, source: SqlSource, unit: Unit): readonly SqlUse[] {
  const effectsOf = effectsBy(source, unit);
  return findCandidates(fn, unit.syntax, () => true)
    .filter(unit.syntax.isCallExpression)
    .map(call => ({ call, effects: effectsOf(call) }))
    .filter(({ effects }) => effects.size > 0);
}

/** Makes what gives what calls do to the database. */
const effectsBy = perUnit((source: SqlSource, unit) => {
  const effectsIn = createSolver<FunctionWithBody, Effects>({
    dependsOn: fn => callsIn(fn).flatMap(call => unit.facts.functionsOf(call)),
    answer: (fn, effectsInOther) => new Set(callsIn(fn).flatMap(call => [...effectsOf(call, effectsInOther)])),
    assumed: new Set(),
    isSame: (one, other) => one.size === other.size, // they only grow
  });
  return (call: ts.CallExpression): Effects => effectsOf(call, effectsIn);

  function callsIn(fn: FunctionWithBody): readonly ts.CallExpression[] {
    if (fn.getSourceFile().fileName === source.executorFile) return [];
    return findCandidates(fn.body, unit.syntax, () => true).filter(unit.syntax.isCallExpression);
  }

  function effectsOf(call: ts.CallExpression, of: (fn: FunctionWithBody) => Effects): Effects {
    if (runsSql(call, source, unit)) return new Set([effectOf(call, unit)]);
    return new Set(unit.facts.functionsOf(call).flatMap(fn => [...of(fn)]));
  }
});

/** Whether a call is a method that runs SQL, of the driver or its replacement. */
export function runsSql(call: ts.CallExpression, { driver, executorFile }: SqlSource, unit: Unit): boolean {
  const { syntax } = unit;
  if (!syntax.isPropertyAccessExpression(call.expression) || !runners.has(call.expression.name.text)) return false;
  const callee = unit.facts.calleeOf(call);
  if (callee.kind === 'unknown') return false;
  return callee.declarations.some(({ owner, place }) =>
    place.from === 'package'
      ? place.package === driver.package && [driver.database, driver.statement].includes(owner ?? '')
      : place.from === 'file' && place.path === executorFile,
  );
}

const runners: ReadonlySet<string> = new Set(['run', 'get', 'all', 'exec', 'iterate']);

/** The effects of the SQL of a call; if it is not known, those of the method. */
function effectOf(call: ts.CallExpression, unit: Unit): SqlEffect['kind'] {
  const statement = readStatement(call, unit);
  const sql = statement.kind === 'sql' ? statement.call.sql : undefined;
  const text = sql && sqlTextOf(sql, unit);
  if (text !== undefined) return classifySql(text).kind;
  const method = unit.syntax.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
  return method === 'run' || method === 'exec' ? 'write' : 'read';
}

function shareLoop(a: ts.Node, b: ts.Node, fn: ts.Node, { syntax }: Unit): boolean {
  for (let at = a; at !== fn && !syntax.isSourceFile(at); at = at.parent) {
    if (syntax.isIterationStatement(at, false) && isWithin(b, at)) return true;
  }
  return false;
}
