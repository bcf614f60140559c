import type ts from 'typescript';
import type { Candidate } from '../syntax/candidate.js';
import type { Syntax } from '../syntax/syntax.js';
import { perUnit } from './per-unit.js';
import { walk } from '../syntax/walk.js';

/** Every candidate of a file, outermost first, in the order of the text. */
export const findCalls = perUnit((sourceFile: ts.SourceFile, { syntax }): readonly Candidate[] =>
  findCandidates(sourceFile, syntax, () => true),
);

/** Every candidate below `node`, outermost first, in the order of the text. Functions that `isEntered` refuses are left out. */
export function findCandidates(
  node: ts.Node,
  syntax: Syntax,
  isEntered: (fn: ts.SignatureDeclaration) => boolean,
): readonly Candidate[] {
  const found: Candidate[] = [];
  walk(node, syntax, at => {
    if (syntax.isCallExpression(at) || syntax.isTaggedTemplateExpression(at)) found.push(at);
    return !syntax.isFunctionLike(at) || isEntered(at) ? 'into' : 'over';
  });
  return found;
}
