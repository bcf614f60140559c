import type ts from 'typescript';
import type { Syntax } from '../../syntax/syntax.js';
import type { Condition, FlowEdge, FlowStep } from './flow-graph.js';

/** Another way out of a statement than to what follows it. */
export type Exit =
  { readonly kind: 'return' | 'throw' } | { readonly kind: 'break' | 'continue'; readonly label: string | undefined };

/** Where a part of a function stands, as far as leaving it goes. */
export interface FlowContext {
  readonly builder: FlowBuilder;
  /** Where an exit leads, through every `finally` on the way. */
  readonly leave: (exit: Exit) => FlowStep;
}

/** Makes the steps of one graph. Graphs are built from their ends: each part is given the step that follows it. */
export class FlowBuilder {
  readonly #byNode = new Map<ts.Node, FlowStep[]>();
  #depth = 0;
  #isUnbuildable = false;

  readonly syntax: Syntax;

  constructor(syntax: Syntax) {
    this.syntax = syntax;
  }

  /** Whether the code is nested so deeply that no graph of it is made; what was built is then none. */
  get isUnbuildable(): boolean {
    return this.#isUnbuildable;
  }

  stepsAt(node: ts.Node): readonly FlowStep[] {
    return this.#byNode.get(node) ?? [];
  }

  /** Something happens, and goes on to `next`; to `failure` too, where it may fail. */
  step(node: ts.Node, next: FlowStep, failure?: FlowStep): FlowStep {
    const step = { node, edges: [{ to: next }, ...(failure ? [{ to: failure, isByFailure: true as const }] : [])] };
    const known = this.#byNode.get(node);
    if (known) known.push(step);
    else this.#byNode.set(node, [step]);
    return step;
  }

  /** Paths part by a condition. */
  branch(...ways: readonly (readonly [Condition, FlowStep])[]): FlowStep {
    return { node: undefined, edges: ways.map(([when, to]) => ({ to, when })) };
  }

  /** Paths part by what is not looked at, or meet. */
  junction(...ways: readonly FlowStep[]): FlowStep {
    return { node: undefined, edges: ways.map(to => ({ to })) };
  }

  /** What goes on to `next`, or fails. */
  mayFail(next: FlowStep, failure: FlowStep): FlowStep {
    return { node: undefined, edges: [{ to: next }, { to: failure, isByFailure: true }] };
  }

  /** A step that comes round again: `build` is given it, and gives what follows it. */
  loop(build: (head: FlowStep) => FlowStep): FlowStep {
    const edges: FlowEdge[] = [];
    const head = { node: undefined, edges };
    edges.push({ to: build(head) });
    return head;
  }

  /** Builds a part one level further in, unless that is too deep to be told. */
  nested(next: FlowStep, build: () => FlowStep): FlowStep {
    if (this.#isUnbuildable || this.#depth > maximalDepth) {
      this.#isUnbuildable = true;
      return next;
    }
    this.#depth += 1;
    const built = build();
    this.#depth -= 1;
    return built;
  }
}

/** The calls of this many levels fit on the stack; code that people write has a tenth of them. */
const maximalDepth = 400;
