import type ts from 'typescript';
import type { Candidate } from '../candidate.js';
import type { Syntax } from './syntax.js';
import type { Unit } from '../unit.js';

/**
 * Whether a call is given a callback in the manner of Node, which hears of its failure: a function that takes an error
 * first, or one that is named like such a callback: data of that name is none. Libraries that take one give a promise all the same.
 *
 * @example `documents.insert(post, (error, created) => { … });`
 */
export function hasCallback(call: Candidate, unit: Unit): boolean {
  const { syntax } = unit;
  const last = syntax.isCallExpression(call) ? call.arguments.at(-1) : undefined;
  if (!last) return false;
  if (syntax.isIdentifier(last)) return /^(?:callback|cb|done|next)$/.test(last.text) && !isData(last, unit);
  return (syntax.isArrowFunction(last) || syntax.isFunctionExpression(last)) && takesError(last, syntax);
}

/** Whether a name is that of a variable that is given something other than a function where it is declared. */
function isData(name: ts.Identifier, { facts, syntax }: Unit): boolean {
  return facts.declarationsOf(name).some(declaration => syntax.isVariableDeclaration(declaration) && declaration.initializer !== undefined && !syntax.isFunctionLike(declaration.initializer));
}

function takesError({ parameters: [first] }: ts.SignatureDeclaration, syntax: Syntax): boolean {
  return first !== undefined && syntax.isIdentifier(first.name) && /^_?e(?:rr(?:or)?)?$/i.test(first.name.text);
}
