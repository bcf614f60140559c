import type ts from 'typescript';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { followCall, followWait } from './follow-call.js';
import { followDeclaration } from './follow-declaration.js';
import { followFunction } from './follow-function.js';
import { followResult } from './follow-result.js';
import type { Step } from './step.js';
import type { Tracing } from './tracing.js';

/** Everything that has to change together when one function is to wait. */
export interface Chain {
  /** They get the word `async`. */
  readonly functions: readonly FunctionWithBody[];
  /** They become promises of what they are. */
  readonly results: readonly ts.TypeNode[];
  /** They are awaited. */
  readonly calls: readonly ts.CallExpression[];
  /** Calls of `forEach` that become loops. */
  readonly loops: readonly ts.CallExpression[];
}

/** A chain, or why it cannot be changed: then none of it is. */
export type Trace =
  { readonly kind: 'traced'; readonly chain: Chain } | { readonly kind: 'refused'; readonly reason: string };

/** A step that leads on. */
type Advance = Exclude<Step, { kind: 'refused' }>;

/**
 * Traces what has to change when `fn` is to wait: the function itself, all that declares it, overrides it or implements the
 * same, whatever calls one of those, and so on until nothing new follows. One obstacle anywhere refuses the whole.
 */
export function traceChain(fn: FunctionWithBody, tracing: Tracing): Trace {
  const taken = new Map<Advance['kind'], Map<ts.Node, Advance>>();
  const open: Step[] = [{ kind: 'function', node: fn }];
  for (let step = open.shift(); step; step = open.shift()) {
    if (step.kind === 'refused') return step;
    const ofKind = taken.get(step.kind) ?? new Map<ts.Node, Advance>();
    if (ofKind.has(step.node)) continue;
    taken.set(step.kind, ofKind.set(step.node, step));
    open.push(...follow(step, tracing));
  }
  return { kind: 'traced', chain: toChain([...taken.values()].flatMap(ofKind => [...ofKind.values()])) };
}

function follow(step: Advance, tracing: Tracing): Iterable<Step> {
  switch (step.kind) {
    case 'function':
      return followFunction(step.node, tracing);
    case 'declaration':
      return followDeclaration(step.node, tracing);
    case 'result':
      return followResult(step.node, tracing);
    case 'call':
      return followCall(step.node, tracing);
    case 'loop':
      return followWait(step.node, tracing);
    case 'async':
    case 'promise':
    case 'await':
      return [];
  }
}

function toChain(steps: readonly Advance[]): Chain {
  return {
    functions: steps.flatMap(step => (step.kind === 'async' ? [step.node] : [])),
    results: steps.flatMap(step => (step.kind === 'promise' ? [step.node] : [])),
    calls: steps.flatMap(step => (step.kind === 'await' ? [step.node] : [])),
    loops: steps.flatMap(step => (step.kind === 'loop' ? [step.node] : [])),
  };
}
