import type ts from 'typescript';
import { functionAround, isWithin } from '../syntax/ancestors.js';
import type { Syntax } from '../syntax/syntax.js';
import type { Unit } from '../unit.js';

/**
 * Whether what a call gives is kept in a place that outlives the function, and fetched only while that is empty: `cached ??=
 * read()`, or `cached = read()` in a function that asks for `cached` first. Such a call blocks once.
 */
export function isKeptOnce(call: ts.Node, unit: Unit): boolean {
  const { syntax } = unit;
  const fn = functionAround(call, syntax);
  const assignment = fn && findAssignment(call, syntax);
  if (!assignment || !outlives(assignment.left, fn, unit)) return false;
  const { kind } = assignment.operatorToken;
  if (kind === syntax.SyntaxKind.QuestionQuestionEqualsToken || kind === syntax.SyntaxKind.BarBarEqualsToken) return true;
  return kind === syntax.SyntaxKind.EqualsToken && asksFor(assignment.left.getText(unit.sourceFile), fn, unit);
}

function findAssignment(call: ts.Node, syntax: Syntax): ts.BinaryExpression | undefined {
  for (let at = call; !syntax.isStatement(at) && !syntax.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    const { FirstAssignment, LastAssignment } = syntax.SyntaxKind;
    if (syntax.isBinaryExpression(parent) && parent.right === at && parent.operatorToken.kind >= FirstAssignment && parent.operatorToken.kind <= LastAssignment) return parent;
  }
  return undefined;
}

/** Whether something is declared outside a function, or a property of what is. */
function outlives(target: ts.Expression, fn: ts.Node, unit: Unit): boolean {
  const { facts, sourceFile, syntax } = unit;
  if (target.kind === syntax.SyntaxKind.ThisKeyword) return true;
  if (syntax.isPropertyAccessExpression(target)) return outlives(target.expression, fn, unit);
  if (!syntax.isIdentifier(target)) return false;
  return facts.declarationsOf(target).every(declaration => declaration.getSourceFile() !== sourceFile || !isWithin(declaration, fn));
}

/** Whether the condition of an `if` in a function mentions something. */
function asksFor(text: string, fn: ts.Node, { sourceFile, syntax }: Unit): boolean {
  return visit(fn);

  function visit(node: ts.Node): boolean {
    if (syntax.isIfStatement(node) && node.expression.getText(sourceFile).includes(text)) return true;
    return syntax.forEachChild(node, child => visit(child) || undefined) === true;
  }
}
