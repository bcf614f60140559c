import type ts from 'typescript';
import { functionAround, isWithin, statementAround } from '../syntax/ancestors.js';
import { findReads, findReferences, isWrite, type LocalBinding } from '../syntax/find-references.js';
import type { Unit } from '../unit.js';

/**
 * Whether the function can return after a promise was stored in a variable and before anything reads it:
 * `const saved = repo.save(x); if (done) return x; await saved;`. Only said where the store and all reads stand in one
 * list of statements, and nothing in between mentions the variable.
 */
export function leavesBeforeRead(write: ts.Node, binding: LocalBinding, unit: Unit): boolean {
  const list = listAround(write, unit);
  if (!list) return false;
  const after = list.statements.slice(list.index + 1);
  const reads = findReads(binding, unit);
  const first = after.findIndex(statement => reads.some(read => isWithin(read, statement)));
  if (first === -1 || !reads.every(read => after.some(statement => isWithin(read, statement)))) return false;
  const between = after.slice(0, first);
  return between.some(statement => returns(statement, unit)) && !between.some(statement => mentions(statement, binding, unit));
}

/** Whether the next thing that happens to a variable, after a promise was stored in it, is that another value takes its place. */
export function isOverwritten(write: ts.Node, binding: LocalBinding, unit: Unit): boolean {
  const list = listAround(write, unit);
  if (!list) return false;
  const references = findReferences(binding, unit);
  const next = references.find(reference => reference.pos >= write.end);
  if (!next || !isWrite(next, unit) || next.parent.parent.parent !== list.block) return false;
  const readsAgain = references.some(reference => reference !== next && isWithin(reference, next.parent));
  const inClosure = references.some(reference => functionAround(reference, unit.syntax) !== binding.scope);
  return !readsAgain && !inClosure && !isInLoop(list.block, binding, unit);
}

interface StatementList {
  readonly block: ts.Block;
  readonly statements: readonly ts.Statement[];
  readonly index: number;
}

/** The statements among which a variable's declaration, or an assignment to it, is one. */
function listAround(write: ts.Node, { syntax }: Unit): StatementList | undefined {
  const own = statementAround(write, syntax);
  const { parent: block } = own;
  if (!syntax.isBlock(block)) return undefined;
  return { block, statements: block.statements, index: block.statements.findIndex(statement => statement === own) };
}

/** Whether a statement holds a `return` of the same function. */
function returns(statement: ts.Statement, { syntax }: Unit): boolean {
  return visit(statement);

  function visit(node: ts.Node): boolean {
    if (syntax.isReturnStatement(node)) return true;
    return !syntax.isFunctionLike(node) && syntax.forEachChild(node, child => visit(child) || undefined) === true;
  }
}

function mentions(statement: ts.Statement, binding: LocalBinding, unit: Unit): boolean {
  return findReferences(binding, unit).some(reference => isWithin(reference, statement));
}

/** Whether a block runs more than once in a call of the function that owns the variable, so that what stands before it can come after it. */
function isInLoop(block: ts.Block, { scope }: LocalBinding, { syntax }: Unit): boolean {
  for (let at: ts.Node = block; at !== scope; at = at.parent) {
    if (syntax.isIterationStatement(at, false) || (syntax.isFunctionLike(at) && at !== scope)) return true;
  }
  return false;
}
