import type ts from 'typescript';
import { perUnit } from '../per-unit.js';
import { functionAround, isWithin, statementAround } from '../../syntax/ancestors.js';
import { containsOwn } from '../../syntax/contains-own.js';
import { findReads, findReferences, isWrite, type LocalBinding } from '../names/find-references.js';
import { firstFrom } from '../../syntax/first-from.js';
import type { Unit } from '../unit.js';

/**
 * Whether the function can return after a promise was stored in a variable and before anything reads it:
 * `const saved = repo.save(x); if (done) return x; await saved;`. Only said where the store and all reads stand in one
 * list of statements, and nothing in between mentions the variable.
 */
export function leavesBeforeRead(write: ts.Node, binding: LocalBinding, unit: Unit): boolean {
  const own = statementAround(write, unit.syntax);
  const { parent: block } = own;
  const reads = findReads(binding, unit);
  const [first] = reads;
  const last = reads.at(-1);
  if (!first || !last || !unit.syntax.isBlock(block) || first.pos < own.end || last.end > block.end) return false;
  const references = findReferences(binding, unit);
  const next = references[firstFrom(own.end, references)];
  const reading = statementIn(block, next ?? first);
  return next !== undefined && isWithin(first, reading) && returnsBetween(own, reading, unit);
}

/** The statement of a block that a node of it stands in. */
function statementIn(block: ts.Block, node: ts.Node): ts.Node {
  let at = node;
  while (at.parent !== block) at = at.parent;
  return at;
}

/** Whether a statement between two others of a block may return from the function. */
function returnsBetween(before: ts.Node, after: ts.Node, unit: Unit): boolean {
  const returning = statementsReturning(before.parent, unit);
  const next = returning[firstFrom(before.end, returning)];
  return next !== undefined && next.pos < after.pos;
}

/** The statements of a block that hold a `return` of the same function. */
const statementsReturning = perUnit((block: ts.Node, { syntax }): readonly ts.Node[] => {
  const returning: ts.Node[] = [];
  syntax.forEachChild(block, statement => {
    if (!syntax.isFunctionLike(statement) && containsOwn(statement, node => syntax.isReturnStatement(node), syntax))
      returning.push(statement);
  });
  return returning;
});

/** Whether the next thing that happens to a variable, after a promise was stored in it, is that another value takes its place. */
export function isOverwritten(write: ts.Node, binding: LocalBinding, unit: Unit): boolean {
  const { parent: block } = statementAround(write, unit.syntax);
  const references = findReferences(binding, unit);
  const index = firstFrom(write.end, references);
  const next = references[index];
  if (!next || !unit.syntax.isBlock(block) || !isWrite(next, unit) || next.parent.parent.parent !== block) return false;
  const following = references[index + 1]; // what the next value is made of comes behind its variable
  const readsAgain = following !== undefined && isWithin(following, next.parent);
  return !readsAgain && !isReadInClosure(binding.declaration, unit) && !isInLoop(block, binding, unit);
}

/** Whether a function inside the one that declares a variable refers to it. */
const isReadInClosure = perUnit((declaration: ts.VariableDeclaration, unit): boolean => {
  const scope = functionAround(declaration, unit.syntax);
  return findReferences({ declaration }, unit).some(reference => functionAround(reference, unit.syntax) !== scope);
});

/** Whether a block runs more than once in a call of the function that owns the variable, so that what stands before it can come after it. */
function isInLoop(block: ts.Block, { scope }: LocalBinding, { syntax }: Unit): boolean {
  for (let at: ts.Node = block; at !== scope; at = at.parent) {
    if (syntax.isIterationStatement(at, false) || (syntax.isFunctionLike(at) && at !== scope)) return true;
  }
  return false;
}
