import type ts from 'typescript';
import { perUnit } from '../per-unit.js';
import { buildStatement } from './build-statement.js';
import { FlowBuilder, type Exit } from './flow-builder.js';
import type { FlowGraph, FlowStep } from './flow-graph.js';

/** The paths through the body of a function; undefined where its code is nested so deeply that no graph of it is made. */
export const flowGraphOf = perUnit((body: ts.ConciseBody, { syntax }): FlowGraph | undefined => {
  const returned: FlowStep = { node: undefined, edges: [] };
  const thrown: FlowStep = { node: undefined, edges: [] };
  const builder = new FlowBuilder(syntax);
  const leave = ({ kind }: Exit): FlowStep => (kind === 'throw' ? thrown : returned);
  const start = buildStatement(body, returned, { builder, leave });
  return builder.isUnbuildable ? undefined : { start, returned, thrown, stepsAt: node => builder.stepsAt(node) };
});
