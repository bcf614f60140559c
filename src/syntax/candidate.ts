import type ts from 'typescript';

/** Whatever could give a persistence promise: a call, or a tagged template such as `` sql`delete from t` ``. */
export type Candidate = ts.CallExpression | ts.TaggedTemplateExpression;

/** Says of the calls of a file which are to be judged. */
export type IsMeant = (call: Candidate) => boolean;

/** The callee of a candidate: the function, or the tag. */
export function calleeExpression(candidate: Candidate): ts.Expression {
  // Not told apart by `in`: the nodes of a native backend have the keys of all kinds.
  return (candidate as Partial<ts.TaggedTemplateExpression>).tag ?? (candidate as ts.CallExpression).expression;
}
