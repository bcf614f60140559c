import type ts from 'typescript';
import { functionAround } from '../../syntax/ancestors.js';
import type { Candidate } from '../../syntax/candidate.js';
import type { Edit, Finding, Remedy } from '../../analysis/finding.js';
import { findNodeAt } from '../find-node-at.js';
import { findObstacle, isFunctionWithBody } from './find-obstacle.js';
import { renderChain } from './render-chain.js';
import { traceChain, type Chain } from './trace-chain.js';
import type { Tracing } from './tracing.js';

/** The plan for a finding in a function that is not async. */
export type MakeAsyncPlan =
  /** That is not what it lacks. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Edits of all that has to change together, by file. */
  | { readonly kind: 'traced'; readonly chain: Chain; readonly edits: ReadonlyMap<string, readonly Edit[]> };

/** Where a finding was made, and which remedies are wanted. */
export interface MakeAsyncPlace {
  readonly sourceFile: ts.SourceFile;
  readonly tracing: Tracing;
  /** Whether a remedy's edits are to be applied, once the function is async. */
  readonly isWanted: (remedy: Remedy) => boolean;
}

/**
 * Plans to make the function around a finding async, with all that declares and calls it, and to await what the finding is
 * about. All of it, or nothing.
 */
export function planMakeAsync(finding: Finding, { isWanted, sourceFile, tracing }: MakeAsyncPlace): MakeAsyncPlan {
  const { remedy } = finding;
  const whenAsync = remedy.type === 'manual' ? remedy.whenAsync : undefined;
  if (!whenAsync) return { kind: 'none' };
  if (whenAsync.type === 'manual') return refused(whenAsync.reason);
  if (whenAsync.type === 'suggestion' && !isWanted(whenAsync)) return refused(whenAsync.reason);
  const { isCallExpression, isTaggedTemplateExpression } = tracing.syntax;
  const isCall = (node: ts.Node): node is Candidate => isCallExpression(node) || isTaggedTemplateExpression(node);
  const call = findNodeAt(finding.range, isCall, { sourceFile, syntax: tracing.syntax });
  const fn = call && functionAround(call, tracing.syntax);
  if (!fn) return { kind: 'none' };
  if (!isFunctionWithBody(fn, tracing.syntax)) return refused(findObstacle(fn, tracing) ?? 'it has no body');
  const trace = traceChain(fn, tracing);
  if (trace.kind === 'refused') return refused(trace.reason);
  const edits = renderChain(trace.chain, [{ node: call, edits: whenAsync.change.edits }], tracing);
  return edits
    ? { kind: 'traced', chain: trace.chain, edits }
    : refused('the edits of several calls would change the same text');
}

function refused(reason: string): MakeAsyncPlan {
  return { kind: 'refused', reason: `the function around it cannot become async: ${reason}` };
}
