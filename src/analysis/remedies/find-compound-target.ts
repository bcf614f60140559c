import type ts from 'typescript';
import type { Syntax } from '../syntax/syntax.js';
import type { Unit } from '../unit.js';

/** What `target += …` around a value changes, in the same function: it is read before the value is waited for. */
export function findCompoundTarget(value: ts.Expression, { syntax }: Unit): ts.Expression | undefined {
  for (let at: ts.Node = value; !syntax.isStatement(at) && !syntax.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (syntax.isBinaryExpression(parent) && parent.right === at && isCompound(parent.operatorToken.kind, syntax)) return parent.left;
  }
  return undefined;
}

/** Whether an operator reads its left side, then its right, then writes what both give: `+=`, but not `??=`, which writes the right one or nothing. */
function isCompound(operator: ts.SyntaxKind, { SyntaxKind }: Syntax): boolean {
  const logical: readonly ts.SyntaxKind[] = [SyntaxKind.AmpersandAmpersandEqualsToken, SyntaxKind.BarBarEqualsToken, SyntaxKind.QuestionQuestionEqualsToken];
  return operator >= SyntaxKind.FirstCompoundAssignment && operator <= SyntaxKind.LastCompoundAssignment && !logical.includes(operator);
}
