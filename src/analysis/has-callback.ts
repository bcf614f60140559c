import type ts from 'typescript';
import type { Candidate } from './candidate.js';
import type { Syntax } from './syntax.js';

/**
 * Whether a call is given a callback in the manner of Node, which hears of its failure: a function that takes an error
 * first, or one that is called like such a callback. Libraries that take one give a promise all the same.
 *
 * @example `documents.insert(post, (error, created) => { … });`
 */
export function hasCallback(call: Candidate, syntax: Syntax): boolean {
  const last = syntax.isCallExpression(call) ? call.arguments.at(-1) : undefined;
  if (!last) return false;
  if (syntax.isIdentifier(last)) return /^(?:callback|cb|done|next)$/.test(last.text);
  return (syntax.isArrowFunction(last) || syntax.isFunctionExpression(last)) && takesError(last, syntax);
}

function takesError({ parameters: [first] }: ts.SignatureDeclaration, syntax: Syntax): boolean {
  return first !== undefined && syntax.isIdentifier(first.name) && /^_?e(?:rr(?:or)?)?$/i.test(first.name.text);
}
