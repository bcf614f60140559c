import type ts from 'typescript';

/** A function that is not called where it stands, but handed to what calls it: `save` in `ids.forEach(save)`, `this.save` in `this.save.bind(this)`. */
export type Reference = ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** Whatever could give a persistence promise: a call, a tagged template such as `` sql`delete from t` ``, or a function that something else calls. */
export type Candidate = ts.CallExpression | ts.TaggedTemplateExpression | Reference;

/** Says of the calls of a file which are to be judged. */
export type IsMeant = (call: Candidate) => boolean;

/** The callee of a candidate: the function, or the tag; of a function that something else calls, itself. */
export function calleeExpression(candidate: Candidate): ts.Expression {
  // Not told apart by `in`: the nodes of a native backend have the keys of all kinds.
  const { tag } = candidate as Partial<ts.TaggedTemplateExpression>;
  if (tag) return tag;
  const { arguments: given, expression } = candidate as Partial<ts.CallExpression>;
  return given && expression ? expression : candidate;
}

/** Whether a candidate is a function that something else calls. */
export function isReference(candidate: Candidate): candidate is Reference {
  return calleeExpression(candidate) === candidate;
}
