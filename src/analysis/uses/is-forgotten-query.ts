import type ts from 'typescript';
import { isWithin } from '../../syntax/ancestors.js';
import type { Syntax } from '../../syntax/syntax.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { classifyUse } from './classify-use.js';
import { findLocalBinding, findReads, findReferences, isWrite, type LocalBinding } from '../names/find-references.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';

/**
 * Whether `call` is the last statement that extends a query in a local variable, and nothing in the function ever runs that
 * query: `const query = db('posts').where(c); query.update(v);`. Asks nothing of how the query was made, but for what else
 * holds it.
 */
export function isForgottenQuery(query: ts.Expression, call: Candidate, unit: Unit): boolean {
  const binding = unit.syntax.isIdentifier(query) ? findLocalBinding(query, unit) : undefined;
  if (!binding) return false;
  const reads = findReads(binding, unit);
  const last = reads.findLast(read => !isInOtherBranch(read, call, binding, unit));
  if (!last || !isWithin(last, call) || isHeldElsewhere(binding, unit)) return false;
  return reads.every(read => isInDroppedChain(read, unit) || isInOtherBranch(read, call, binding, unit));
}

/** Whether a variable is given a query that something else holds, or what extends one: `const selected = query.select('id');`. */
function isHeldElsewhere(binding: LocalBinding, unit: Unit): boolean {
  const { syntax } = unit;
  const writes = findReferences(binding, unit)
    .filter(reference => isWrite(reference, unit))
    .map(({ parent }) => parent);
  const values = [
    binding.declaration.initializer,
    ...writes.filter(syntax.isBinaryExpression).map(({ right }) => right),
  ];
  return values.some(value => value !== undefined && unit.facts.yieldOf(rootOf(value, syntax)) === 'thenable');
}

/** What a chain of calls starts from. */
function rootOf(expression: ts.Expression, syntax: Syntax): ts.Expression {
  let at = unwrap(expression, syntax);
  while (syntax.isPropertyAccessExpression(at) || syntax.isCallExpression(at)) at = unwrap(at.expression, syntax);
  return at;
}

/** Whether a read of a query stands in the branch of an `if` that does not run where `call` does. */
function isInOtherBranch(read: ts.Node, call: ts.Node, { declaration }: LocalBinding, { syntax }: Unit): boolean {
  let isFound = false;
  for (let at = call; !isWithin(declaration, at); at = at.parent) {
    const { parent } = at;
    if (syntax.isIfStatement(parent))
      isFound ||= [parent.thenStatement, parent.elseStatement].some(
        branch => branch && branch !== at && isWithin(read, branch),
      );
    if (syntax.isIterationStatement(parent, false) && !isWithin(declaration, parent)) return false; // one round after the other
  }
  return isFound;
}

/** Whether a variable only begins a chain of calls that a statement drops. */
function isInDroppedChain(read: ts.Identifier, { syntax }: Unit): boolean {
  let chain: ts.Expression = read;
  for (;;) {
    const { parent }: ts.Node = chain;
    const isLink =
      (syntax.isPropertyAccessExpression(parent) && parent.expression === chain) ||
      (syntax.isCallExpression(parent) && calleeExpression(parent) === chain);
    if (!isLink) break;
    chain = parent;
  }
  const use = classifyUse(chain, syntax);
  return chain !== read && use.kind === 'floating' && use.value === chain;
}
