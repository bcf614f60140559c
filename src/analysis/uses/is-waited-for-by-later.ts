import type ts from 'typescript';
import { statementAround } from '../syntax/ancestors.js';
import { calleeExpression, type Candidate } from '../candidate.js';
import { classifyUse } from './classify-use.js';
import { findCandidates } from '../find-candidates.js';
import type { Unit } from '../unit.js';

/**
 * Whether a call of a library that works in order is waited for with a later one: a statement after it, in the same block,
 * waits for a call on the same receiver.
 *
 * @example `db.put('a', 1); await db.put('b', 2);` of lmdb
 */
export function isWaitedForByLater(call: Candidate, library: string, unit: Unit): boolean {
  const { catalogue, syntax } = unit;
  if (!catalogue.libraries.some(entry => entry.library === library && entry.isOrdered)) return false;
  const statement = statementAround(call, syntax);
  const receiver = receiverOf(call, unit);
  return siblingsAfter(statement, unit).some(sibling =>
    findCandidates(sibling, syntax, () => false).some(
      later => receiverOf(later, unit) === receiver && statementAround(later, syntax) === sibling && ['awaited', 'returned'].includes(classifyUse(later, syntax).kind),
    ),
  );
}

function siblingsAfter(statement: ts.Node, { syntax }: Unit): readonly ts.Node[] {
  const { parent } = statement;
  return syntax.isBlock(parent) ? parent.statements.filter(({ pos }) => pos > statement.pos) : [];
}

function receiverOf(call: Candidate, { sourceFile, syntax }: Unit): string | undefined {
  const callee = calleeExpression(call);
  return syntax.isPropertyAccessExpression(callee) ? callee.expression.getText(sourceFile) : undefined;
}
