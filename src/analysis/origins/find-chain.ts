import type ts from 'typescript';
import type { Operation } from '../../catalogue/library-entry.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Callee } from '../../engines/type-facts.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';

/** What is to be known of a library to follow its calls. */
export interface ChainedLibrary {
  readonly isDeclaredHere: (callee: Callee) => boolean;
  readonly operationOf: (callee: Callee) => Operation;
}

/** A library's calls one on another, `db.insert(t).values(v)`, with what they start from. */
export interface Chain {
  /** What each of them does, outermost first. */
  readonly operations: readonly Operation[];
  /** What the first call is called on; the function itself where there is nothing before it, as in `knex('t')`. */
  readonly root: ts.Expression;
}

/** Follows a library's calls inward for as long as the library declares them, through members of its own such as `knex.schema`. */
export function findChain(call: Candidate, { isDeclaredHere, operationOf }: ChainedLibrary, unit: Unit): Chain {
  const operations = [operationOf(unit.facts.calleeOf(call))];
  let root = receiverOf(call, unit.syntax);
  for (let link = readLink(root, unit); link && isDeclaredHere(link.callee); link = readLink(root, unit)) {
    operations.push(operationOf(link.callee));
    root = link.inner;
  }
  return { operations, root };
}

/** A link of a chain: a call or a member, and the expression that it is made on. */
interface Link {
  readonly callee: Callee;
  readonly inner: ts.Expression;
}

function readLink(expression: ts.Expression, { facts, syntax }: Unit): Link | undefined {
  if (syntax.isPropertyAccessExpression(expression)) {
    return { callee: facts.memberOf(expression), inner: unwrap(expression.expression, syntax) };
  }
  return syntax.isCallExpression(expression) || syntax.isTaggedTemplateExpression(expression)
    ? { callee: facts.calleeOf(expression), inner: receiverOf(expression, syntax) }
    : undefined;
}

/**
 * What a chain does as a whole: what its last call does that says so, `update` in `db.update(t).set(v).where(c)`. A read
 * of what a write gives is a write: `insert(v).select()`.
 */
export function operationOfChain({ operations }: Chain): Operation {
  const last = operations.find(operation => operation !== 'unknown') ?? 'unknown';
  return last === 'read' && operations.includes('write') ? 'write' : last;
}

/**
 * Whether a chain extends a query that was begun elsewhere, `query.where(c)`: it belongs to whoever holds the query, and
 * changes it as it stands.
 */
export function extendsQuery({ root }: Chain, { facts }: Unit): boolean {
  return facts.yieldOf(root) === 'thenable';
}

/** What a call is called on; the function itself where there is nothing before it. */
function receiverOf(call: Candidate, syntax: Syntax): ts.Expression {
  const callee = unwrap(calleeExpression(call), syntax);
  return syntax.isPropertyAccessExpression(callee) || syntax.isElementAccessExpression(callee)
    ? unwrap(callee.expression, syntax)
    : callee;
}
