import type ts from 'typescript';
import type { Candidate } from '../candidate.js';
import { classifyUse } from '../uses/classify-use.js';
import { findCandidates } from '../find-candidates.js';
import { functionAround } from '../syntax/ancestors.js';
import { outermostOf } from '../syntax/unwrap.js';
import type { Syntax } from '../syntax/syntax.js';

/**
 * Whether the function around a call gives the result of the very same call elsewhere. Where it drops that result, it gives another,
 * which it may have kept, and only renews it.
 *
 * @example `if (isOld(cached)) this.load(id); return cached ?? this.load(id);`
 */
export function isGivenElsewhere(call: Candidate, syntax: Syntax): boolean {
  const fn = functionAround(call, syntax);
  if (!fn || !('body' in fn) || !fn.body) return false;
  const text = wordsOf(call);
  return findCandidates(fn.body, syntax, () => false).some(other => other !== call && isGiven(other, syntax) && wordsOf(other) === text);
}

function isGiven(call: ts.Expression, syntax: Syntax): boolean {
  const { parent } = outermostOf(call, syntax);
  return classifyUse(syntax.isAwaitExpression(parent) ? parent : call, syntax).kind === 'returned';
}

function wordsOf(node: ts.Node): string {
  return node.getText().replaceAll(/\s/g, '');
}
