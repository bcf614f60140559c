import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import { classifyUse } from '../uses/classify-use.js';
import { findCandidates } from '../find-candidates.js';
import { functionAround } from '../../syntax/ancestors.js';
import { groupBy } from '../../group-by.js';
import { isSameReference } from '../names/is-same-reference.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import { perUnit } from '../per-unit.js';
import { outermostOf } from '../../syntax/unwrap.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { FileUnit } from '../unit.js';

/**
 * Whether the function around a call gives the result of the very same call elsewhere. Where it drops that result, it gives another,
 * which it may have kept, and only renews it.
 *
 * @example `if (isOld(cached)) this.load(id); return cached ?? this.load(id);`
 */
export function isGivenElsewhere(call: Candidate, unit: FileUnit): boolean {
  const fn = functionAround(call, unit.syntax);
  const alike = fn && callsGivenBy(fn, unit).get(nameOfCall(call, unit.syntax));
  return alike?.some(other => other !== call && isSameReference(other, call, unit)) === true;
}

/** The calls of a function whose results it returns, by the name of what they call. */
const callsGivenBy = perUnit(
  (fn: ts.SignatureDeclaration, { syntax }): ReadonlyMap<string | undefined, readonly Candidate[]> => {
    const body = 'body' in fn ? fn.body : undefined;
    const given = body ? findCandidates(body, syntax, () => false).filter(call => isGiven(call, syntax)) : [];
    return groupBy(given, call => nameOfCall(call, syntax));
  },
);

function isGiven(call: ts.Expression, syntax: Syntax): boolean {
  const { parent } = outermostOf(call, syntax);
  return classifyUse(syntax.isAwaitExpression(parent) ? parent : call, syntax).kind === 'returned';
}
