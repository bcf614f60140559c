import type ts from 'typescript';
import { isAssignment } from '../../syntax/is-assignment.js';
import { perUnit } from '../per-unit.js';
import { functionAround, isWithin } from '../../syntax/ancestors.js';
import { findIdentifiersIn } from '../names/find-references.js';
import { isSameReference } from '../names/is-same-reference.js';
import type { Syntax } from '../../syntax/syntax.js';
import { walk } from '../../syntax/walk.js';
import type { FileUnit } from '../unit.js';

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
export function findReadBefore(value: ts.Expression, unit: FileUnit): ReadBefore | undefined {
  const { syntax } = unit;
  for (let at: ts.Node = value; !syntax.isStatement(at) && !syntax.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (!isAssignment(parent, syntax) || parent.right !== at) continue;
    if (isCompound(parent, syntax)) return { target: parent.left, isConditional: isLogical(parent, syntax) };
    if (mentionsBefore(parent.left, value, parent.right, unit)) return { target: parent.left, isConditional: false };
  }
  return undefined;
}

/** Whether a variable belongs to the function around it alone: it is declared there, and no function inside refers to it. */
export function isOwnVariable(target: ts.Expression, unit: FileUnit): boolean {
  const { facts, syntax } = unit;
  if (!syntax.isIdentifier(target)) return false;
  const own = functionAround(target, syntax);
  const [declaration, ...others] = facts.declarationsOf(target);
  return (
    own !== undefined &&
    declaration !== undefined &&
    [declaration, ...others].every(one => isWithin(one, own)) &&
    isOfOneFunction(declaration, unit)
  );
}

/** Whether nothing refers to a variable from a function inside the one that declares it. */
const isOfOneFunction = perUnit((declaration: ts.Node, unit): boolean => {
  const { facts, syntax } = unit;
  const own = functionAround(declaration, syntax);
  const name =
    syntax.isVariableDeclaration(declaration) || syntax.isBindingElement(declaration) || syntax.isParameter(declaration)
      ? declaration.name
      : undefined;
  if (!own || !name || !syntax.isIdentifier(name)) return false;
  return findIdentifiersIn(own, name.text, unit).every(
    identifier => functionAround(identifier, syntax) === own || !facts.declarationsOf(identifier).includes(declaration),
  );
});

function isCompound({ operatorToken: { kind } }: ts.BinaryExpression, { SyntaxKind }: Syntax): boolean {
  return kind >= SyntaxKind.FirstCompoundAssignment && kind <= SyntaxKind.LastCompoundAssignment;
}

function isLogical({ operatorToken: { kind } }: ts.BinaryExpression, { SyntaxKind }: Syntax): boolean {
  const logical: readonly ts.SyntaxKind[] = [
    SyntaxKind.AmpersandAmpersandEqualsToken,
    SyntaxKind.BarBarEqualsToken,
    SyntaxKind.QuestionQuestionEqualsToken,
  ];
  return logical.includes(kind);
}

/** Whether an expression reads the same as `target`, in front of `value`. */
function mentionsBefore(target: ts.Expression, value: ts.Node, expression: ts.Node, unit: FileUnit): boolean {
  const { syntax } = unit;
  const start = value.getStart(unit.sourceFile);
  return walk(expression, syntax, node => {
    if (syntax.isFunctionLike(node) || node.pos >= start) return 'over';
    return node.end <= start && isSameReference(node, target, unit) ? 'end' : 'into';
  });
}
