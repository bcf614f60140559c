import type ts from 'typescript';
import { findLocalBinding, findReferences, type LocalBinding } from '../../analysis/names/find-references.js';
import type { Unit } from '../../analysis/unit.js';
import { unwrap } from '../../syntax/unwrap.js';
import { withoutCircles } from '../../analysis/without-circles.js';

/** A call that runs SQL on a connection. */
export interface SqlCall {
  /** The expression that gives the connection: `this.database`. */
  readonly connection: ts.Expression;
  readonly sql: ts.Expression | undefined;
  readonly method: 'run' | 'get' | 'all' | 'exec';
  /** The local variable that the prepared statement is kept in, if any. */
  readonly binding: LocalBinding | undefined;
}

/** The statement that a call runs, or why it is not known or cannot be moved. */
export type StatementAnswer =
  { readonly kind: 'sql'; readonly call: SqlCall } | { readonly kind: 'refused'; readonly reason: string };

/**
 * Reads a call of a synchronous driver back to the connection and the SQL that it is about.
 *
 * @example `this.db.prepare('SELECT 1').pluck().get()` // the connection `this.db`, and 'SELECT 1'
 */
export function readStatement(call: ts.CallExpression, unit: Unit): StatementAnswer {
  const { syntax } = unit;
  const callee = unwrap(call.expression, syntax);
  if (!syntax.isPropertyAccessExpression(callee) || isOptional(call, unit))
    return refuse('the call has a form that is not supported');
  const method = callee.name.text;
  const known = refusals.get(method);
  if (known !== undefined) return refuse(known);
  if (method === 'exec')
    return { kind: 'sql', call: { connection: callee.expression, sql: call.arguments[0], method, binding: undefined } };
  if (method !== 'run' && method !== 'get' && method !== 'all') return refuse('this is not supported in a worker');
  return readPrepared(callee.expression, method, unit);
}

/** Why some methods stay where they are. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['iterate', 'an iterator holds its connection open while the rows are read: read them with `all`, or in pages'],
  ['pragma', 'a PRAGMA configures its connection, or reads its settings'],
]);

function readPrepared(statement: ts.Expression, method: SqlCall['method'], unit: Unit): StatementAnswer {
  const { syntax } = unit;
  const at = unwrap(statement, syntax);
  if (syntax.isIdentifier(at)) return readVariable(at, method, unit);
  if (!syntax.isCallExpression(at) || isOptional(at, unit))
    return refuse('the statement is prepared elsewhere and kept');
  const callee = unwrap(at.expression, syntax);
  if (!syntax.isPropertyAccessExpression(callee)) return refuse('the statement is prepared elsewhere and kept');
  if (callee.name.text === 'prepare') {
    return { kind: 'sql', call: { connection: callee.expression, sql: at.arguments[0], method, binding: undefined } };
  }
  if (modes.has(callee.name.text)) return readPrepared(callee.expression, method, unit);
  return refuse(`\`${callee.name.text}\` changes the statement in a way that is not supported in a worker`);
}

/** The known formats of a statement's rows, in the terms of the drivers. */
const modes: ReadonlySet<string> = new Set(['pluck', 'expand', 'raw', 'safeIntegers']);

function readVariable(identifier: ts.Identifier, method: SqlCall['method'], unit: Unit): StatementAnswer {
  const { syntax } = unit;
  const binding = findLocalBinding(identifier, unit);
  const { initializer } = binding?.declaration ?? {};
  const elsewhere = `the statement is kept in \`${identifier.text}\`, which is also used elsewhere`;
  if (!binding || !initializer || binding.declaration.type) return refuse(elsewhere);
  const prepared = ofStatements(initializer, () => readPrepared(initializer, method, unit));
  if (prepared.kind === 'refused') return prepared;
  const isOwn = findReferences(binding, unit).every(reference => isRun(reference, unit));
  return isOwn && syntax.isCallExpression(unwrap(initializer, syntax))
    ? { kind: 'sql', call: { ...prepared.call, binding } }
    : refuse(elsewhere);
}

/** A variable that is made of itself is no statement. */
const ofStatements = withoutCircles(refuse('the statement is prepared elsewhere and kept'));

/** Whether a reference to a statement only runs it. */
function isRun(reference: ts.Identifier, unit: Unit): boolean {
  return findRun(reference, unit) !== undefined;
}

/** The call that runs the statement in a variable: `insert.run(a)`. */
export function findRun(reference: ts.Identifier, { syntax }: Unit): ts.CallExpression | undefined {
  const access = reference.parent;
  if (!syntax.isPropertyAccessExpression(access) || access.expression !== reference || access.questionDotToken)
    return undefined;
  const call = access.parent;
  const isCall = syntax.isCallExpression(call) && call.expression === access && !call.questionDotToken;
  return isCall && ['run', 'get', 'all'].includes(access.name.text) ? call : undefined;
}

/** Whether some link of a chain of calls is optional, so that there may be nothing to call. */
function isOptional(call: ts.CallExpression, { syntax }: Unit): boolean {
  return (call.flags & syntax.NodeFlags.OptionalChain) !== 0;
}

function refuse(reason: string): StatementAnswer {
  return { kind: 'refused', reason };
}
