import type ts from 'typescript';
import { statementAround } from '../../syntax/ancestors.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { classifyUse } from './classify-use.js';
import { findCandidates } from '../find-candidates.js';
import { isSameReference } from '../names/is-same-reference.js';
import { perUnit } from '../per-unit.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Unit } from '../unit.js';

/**
 * Whether a call of a library that works in order is waited for with a later one: a statement after it, in the same block,
 * waits for a call on the same receiver.
 *
 * @example `db.put('a', 1); await db.put('b', 2);` of lmdb
 */
export function isWaitedForByLater(call: Candidate, library: string, unit: Unit): boolean {
  const { catalogue, syntax } = unit;
  if (catalogue.ofName.get(library)?.isOrdered !== true) return false;
  const { end, parent } = statementAround(call, syntax);
  const receiver = receiverOf(call, syntax);
  return (
    syntax.isBlock(parent) &&
    receiver !== undefined &&
    callsWaitedFor(parent, unit).some(later => later.pos >= end && isOnSame(receiver, later, unit))
  );
}

/** The calls that the statements of a block themselves wait for, last ones first. */
const callsWaitedFor = perUnit(({ statements }: ts.Block, { syntax }): readonly Candidate[] =>
  statements
    .flatMap(statement =>
      findCandidates(statement, syntax, () => false).filter(
        call => statementAround(call, syntax) === statement && isWaited(call, syntax),
      ),
    )
    .toReversed(),
);

function isWaited(call: Candidate, syntax: Syntax): boolean {
  const { kind } = classifyUse(call, syntax);
  return kind === 'awaited' || kind === 'returned';
}

function isOnSame(receiver: ts.Expression, later: Candidate, unit: Unit): boolean {
  const other = receiverOf(later, unit.syntax);
  return other !== undefined && isSameReference(receiver, other, unit);
}

function receiverOf(call: Candidate, syntax: Syntax): ts.Expression | undefined {
  const callee = calleeExpression(call);
  return syntax.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}
