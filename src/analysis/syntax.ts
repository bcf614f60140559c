import type ts from 'typescript';

/**
 * The first door to the compiler: the kinds, guards and walks the analysis needs, of the compiler that made the tree.
 *
 * The analysis never imports a compiler. Two of them can be alive in one process, and the numbers behind `SyntaxKind`
 * differ between versions, so a guard must come from the compiler whose tree it is asked about.
 */
export type Syntax = Pick<
  typeof ts,
  | 'NodeFlags'
  | 'SyntaxKind'
  | 'forEachChild'
  | 'getLeadingCommentRanges'
  | 'getTrailingCommentRanges'
  | 'isArrayLiteralExpression'
  | 'isArrowFunction'
  | 'isAsExpression'
  | 'isAwaitExpression'
  | 'isBinaryExpression'
  | 'isBlock'
  | 'isCallExpression'
  | 'isClassLike'
  | 'isClassStaticBlockDeclaration'
  | 'isComputedPropertyName'
  | 'isConditionalExpression'
  | 'isConstructorDeclaration'
  | 'isDecorator'
  | 'isElementAccessExpression'
  | 'isDoStatement'
  | 'isExpressionStatement'
  | 'isForStatement'
  | 'isFunctionDeclaration'
  | 'isFunctionExpression'
  | 'isFunctionLike'
  | 'isGetAccessorDeclaration'
  | 'isIdentifier'
  | 'isMethodDeclaration'
  | 'isNewExpression'
  | 'isNonNullExpression'
  | 'isNumericLiteral'
  | 'isParameter'
  | 'isParenthesizedExpression'
  | 'isPrivateIdentifier'
  | 'isPropertyAccessExpression'
  | 'isPropertyAssignment'
  | 'isPropertyDeclaration'
  | 'isSatisfiesExpression'
  | 'isSetAccessorDeclaration'
  | 'isSourceFile'
  | 'isStatement'
  | 'isStringLiteralLike'
  | 'isTryStatement'
  | 'isTypeAssertionExpression'
  | 'isVariableDeclaration'
  | 'isVariableDeclarationList'
  | 'isWhileStatement'
>;
