import type ts from 'typescript';
import type { Unit } from '../unit.js';
import type { Assumptions } from './assumptions.js';
import type { FlowEdge, FlowStep } from './flow-graph.js';

/** A way on from a step, and what a path knows that takes it. */
export interface Way extends FlowEdge {
  readonly assumed: Assumptions;
}

/** The ways that a path can certainly take on from a step, by failures only where these are followed; none where nothing comes back from there. */
export function waysOn(
  step: FlowStep,
  assumed: Assumptions,
  { mayFail, unit }: { readonly mayFail: boolean; readonly unit: Unit },
): readonly Way[] {
  if (step.node && neverReturns(step.node, unit)) return [];
  const next = assumed.after(step);
  return step.edges.flatMap(edge => {
    if (edge.isByFailure && !mayFail) return [];
    const assuming = edge.when ? next.assuming(edge.when) : next;
    return assuming ? [{ ...edge, assumed: assuming }] : [];
  });
}

/** `process.exit()`, `fail()`, as a statement of its own. */
function neverReturns(node: ts.Node, { facts, syntax }: Unit): boolean {
  return syntax.isCallExpression(node) && syntax.isExpressionStatement(node.parent) && facts.isNever(node);
}
