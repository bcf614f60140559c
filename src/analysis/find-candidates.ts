import type ts from 'typescript';
import type { Candidate } from './candidate.js';
import type { Syntax } from './syntax/syntax.js';

/** Every candidate below `node`, outermost first, in the order of the text. Functions that `isEntered` refuses are left out. */
export function findCandidates(node: ts.Node, syntax: Syntax, isEntered: (fn: ts.SignatureDeclaration) => boolean): readonly Candidate[] {
  const found: Candidate[] = [];
  visit(node);
  return found;

  function visit(at: ts.Node): void {
    if (syntax.isCallExpression(at) || syntax.isTaggedTemplateExpression(at)) found.push(at);
    if (!syntax.isFunctionLike(at) || isEntered(at)) syntax.forEachChild(at, visit);
  }
}
