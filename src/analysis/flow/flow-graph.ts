import type ts from 'typescript';

/** A point that a function passes when it runs. */
export interface FlowStep {
  /**
   * What happens here: a variable or member is read or written, a function is made, something is called or awaited. Undefined
   * where paths only part, meet or end.
   */
  readonly node: ts.Node | undefined;
  readonly edges: readonly FlowEdge[];
}

/** A way from one step to the next. */
export interface FlowEdge {
  readonly to: FlowStep;
  /** What has to be so for this way to be taken. Undefined where there is no other, and where a loop decides whether it runs once more. */
  readonly when?: Condition | undefined;
  /** Whether it is taken only where what happens at the step fails. */
  readonly isByFailure?: true;
}

/** What a branch is decided by. */
export type Condition =
  | {
      readonly of: ts.Expression;
      /**
       * `truth`: whether it is truthy. `presence`: whether it is neither `undefined` nor `null`. `rounds`: whether a loop over it, or as
       * long as it holds, runs at all.
       */
      readonly asks: 'truth' | 'presence' | 'rounds';
      readonly is: boolean;
    }
  /** Which clause of a `switch` fits; undefined where none does. */
  | { readonly of: ts.Expression; readonly asks: 'clause'; readonly is: ts.CaseOrDefaultClause | undefined };

/** All paths through a function, from the trees alone. */
export interface FlowGraph {
  readonly start: FlowStep;
  /** Where all paths end that give something back: by `return`, or at the end of the function. */
  readonly returned: FlowStep;
  /** Where all paths end that throw past the function. */
  readonly thrown: FlowStep;
  /** The steps at which something happens; of what stands in a `finally` one for each way through it. */
  stepsAt(node: ts.Node): readonly FlowStep[];
}
