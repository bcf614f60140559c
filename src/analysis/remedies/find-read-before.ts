import type ts from 'typescript';
import { functionAround, isWithin } from '../syntax/ancestors.js';
import { findIdentifiers } from '../syntax/find-references.js';
import type { Syntax } from '../syntax/syntax.js';
import type { Unit } from '../unit.js';

/** What an assignment writes, and has read before a value in it. */
export interface ReadBefore {
  readonly target: ts.Expression;
  /** Whether it is written only if what was read asks for it, by `??=` and the like. */
  readonly isConditional: boolean;
}

/**
 * What an assignment around a value reads before it and writes after it, in the same function. Once the value is waited for, what
 * others write meanwhile is lost.
 *
 * @example `total += value`, `total = total + value`, `total ??= value` // all of them `total`
 */
export function findReadBefore(value: ts.Expression, syntax: Syntax): ReadBefore | undefined {
  for (let at: ts.Node = value; !syntax.isStatement(at) && !syntax.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (!syntax.isBinaryExpression(parent) || parent.right !== at || !isAssignment(parent, syntax)) continue;
    if (isCompound(parent, syntax)) return { target: parent.left, isConditional: isLogical(parent, syntax) };
    if (mentionsBefore(parent.left, value, parent.right, syntax)) return { target: parent.left, isConditional: false };
  }
  return undefined;
}

/** Whether a variable belongs to the function around it alone: it is declared there, and no function inside refers to it. */
export function isOwnVariable(target: ts.Expression, unit: Unit): boolean {
  const { facts, syntax } = unit;
  if (!syntax.isIdentifier(target)) return false;
  const own = functionAround(target, syntax);
  const declarations = facts.declarationsOf(target);
  if (!own || declarations.some(declaration => declaration.getSourceFile() !== unit.sourceFile || !isWithin(declaration, own))) return false;
  const references = findIdentifiers(target.text, unit).filter(name => facts.declarationsOf(name).some(declaration => declarations.includes(declaration)));
  return references.every(name => functionAround(name, syntax) === own);
}

function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression, { SyntaxKind }: Syntax): boolean {
  return kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment;
}

function isCompound({ operatorToken: { kind } }: ts.BinaryExpression, { SyntaxKind }: Syntax): boolean {
  return kind >= SyntaxKind.FirstCompoundAssignment && kind <= SyntaxKind.LastCompoundAssignment;
}

function isLogical({ operatorToken: { kind } }: ts.BinaryExpression, { SyntaxKind }: Syntax): boolean {
  const logical: readonly ts.SyntaxKind[] = [SyntaxKind.AmpersandAmpersandEqualsToken, SyntaxKind.BarBarEqualsToken, SyntaxKind.QuestionQuestionEqualsToken];
  return logical.includes(kind);
}

/** Whether an expression reads the same as `target`, in front of `value`. */
function mentionsBefore(target: ts.Expression, value: ts.Node, expression: ts.Node, syntax: Syntax): boolean {
  const sought = target.getText();
  const end = value.getStart();
  return mentions(expression);

  function mentions(node: ts.Node): boolean {
    if (syntax.isFunctionLike(node)) return false;
    if (node.kind === target.kind && node.end <= end && node.getText() === sought) return true;
    return syntax.forEachChild(node, child => mentions(child) || undefined) === true;
  }
}
