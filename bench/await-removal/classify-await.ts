import type ts from 'typescript';
import { isHandled } from './find-awaited-calls.js';
import { isOuterInTransaction } from './is-outer-in-transaction.js';

/** Where an await stands, in the order of the report. */
export const categories = [
  'statement',
  'handledStatement',
  'outerInTransaction',
  'promiseAll',
  'logical',
  'unusedBinding',
  'binding',
  'assignment',
  'returnedInTry',
  'returned',
  'condition',
  'comparison',
  'leftOperand',
  'argument',
  'objectProperty',
  'arrayElement',
  'template',
  'spread',
  'member',
  'iterated',
  'promiseAllValue',
  'other',
] as const;

/** The syntactic category of an await, by which results are told apart. */
export type Category = (typeof categories)[number];

/** Says where an await stands. Parentheses, assertions and the branches of `?:`, `&&`, `||` and `??` belong to what is around them. */
export function classifyAwait(awaited: ts.AwaitExpression, compiler: typeof ts): Category {
  const { SyntaxKind } = compiler;
  let isBranch = false;
  let value: ts.Node = awaited;
  while (isTransparent(value)) value = value.parent;
  return classify(value, value.parent);

  function isTransparent({ parent }: ts.Node): boolean {
    if (compiler.isConditionalExpression(parent) && parent.condition !== value) return (isBranch = true);
    if (compiler.isBinaryExpression(parent) && parent.right === value && isLogical(parent.operatorToken.kind))
      return (isBranch = true);
    return (
      compiler.isParenthesizedExpression(parent) ||
      compiler.isAsExpression(parent) ||
      compiler.isSatisfiesExpression(parent) ||
      compiler.isTypeAssertionExpression(parent) ||
      compiler.isNonNullExpression(parent)
    );
  }

  function isLogical(operator: ts.SyntaxKind): boolean {
    return [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken].includes(
      operator,
    );
  }

  function classify(node: ts.Node, parent: ts.Node): Category {
    if (compiler.isExpressionStatement(parent)) return isBranch ? 'logical' : classifyStatement(awaited, compiler);
    if (compiler.isVariableDeclaration(parent)) return isUnused(parent) ? 'unusedBinding' : 'binding';
    if (compiler.isReturnStatement(parent)) return isGuarded(parent) ? 'returnedInTry' : 'returned';
    if (compiler.isArrowFunction(parent)) return 'returned';
    if (compiler.isBinaryExpression(parent)) return classifyOperand(node, parent);
    if (isTested(node, parent)) return 'condition';
    if (compiler.isCallExpression(parent) || compiler.isNewExpression(parent))
      return parent.expression === node ? 'member' : 'argument';
    if (compiler.isPropertyAssignment(parent)) return 'objectProperty';
    if (compiler.isArrayLiteralExpression(parent)) return 'arrayElement';
    if (compiler.isTemplateSpan(parent)) return 'template';
    if (compiler.isSpreadElement(parent) || compiler.isSpreadAssignment(parent)) return 'spread';
    if (compiler.isPropertyAccessExpression(parent) || compiler.isElementAccessExpression(parent)) return 'member';
    return compiler.isForOfStatement(parent) ? 'iterated' : 'other';
  }

  function classifyOperand(node: ts.Node, { left, operatorToken: { kind } }: ts.BinaryExpression): Category {
    if (kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment) return 'assignment';
    if (isLogical(kind)) return left === node ? 'leftOperand' : 'other';
    return isComparison(kind) ? 'comparison' : 'other';
  }

  function isComparison(operator: ts.SyntaxKind): boolean {
    return (
      (operator >= SyntaxKind.LessThanToken && operator <= SyntaxKind.GreaterThanEqualsToken) ||
      (operator >= SyntaxKind.EqualsEqualsToken && operator <= SyntaxKind.ExclamationEqualsEqualsToken)
    );
  }

  function isTested(node: ts.Node, parent: ts.Node): boolean {
    if (compiler.isPrefixUnaryExpression(parent)) return parent.operator === SyntaxKind.ExclamationToken;
    if (compiler.isConditionalExpression(parent) || compiler.isForStatement(parent)) return parent.condition === node;
    return (
      compiler.isIfStatement(parent) ||
      compiler.isWhileStatement(parent) ||
      compiler.isDoStatement(parent) ||
      compiler.isSwitchStatement(parent)
    );
  }

  /** Whether nothing in the file but its declaration has the variable's name. */
  function isUnused({ name }: ts.VariableDeclaration): boolean {
    return compiler.isIdentifier(name) && !hasOther(name.getSourceFile(), name);
  }

  function hasOther(node: ts.Node, name: ts.Identifier): boolean {
    if (compiler.isIdentifier(node)) return node !== name && node.text === name.text && isWithin(node, scopeOf(name));
    return compiler.forEachChild(node, child => hasOther(child, name)) ?? false;
  }

  function scopeOf(name: ts.Node): ts.Node {
    return (
      compiler.findAncestor(name, node => compiler.isBlock(node) || compiler.isCaseBlock(node)) ?? name.getSourceFile()
    );
  }

  /** Whether a `return` stands in a `try` whose `catch` or `finally` an await makes it wait for. */
  function isGuarded(statement: ts.Node): boolean {
    for (let node = statement; !compiler.isFunctionLike(node) && !compiler.isSourceFile(node); node = node.parent) {
      if (!compiler.isTryStatement(node.parent)) continue;
      const { finallyBlock, tryBlock } = node.parent;
      if (node === tryBlock || (node !== finallyBlock && finallyBlock)) return true;
    }
    return false;
  }
}

function classifyStatement({ expression }: ts.AwaitExpression, compiler: typeof ts): Category {
  if (isHandled(expression, compiler)) return 'handledStatement';
  return isOuterInTransaction(expression, compiler) ? 'outerInTransaction' : 'statement';
}

function isWithin(node: ts.Node, scope: ts.Node): boolean {
  return node.pos >= scope.pos && node.end <= scope.end;
}
