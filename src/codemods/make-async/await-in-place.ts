import type ts from 'typescript';
import type { Edit } from '../../analysis/finding.js';

/**
 * The edits that await a call exactly where it stands, so that what is around it sees its result: in parentheses where
 * something that binds tighter than `await` follows or precedes.
 *
 * @example `a?.load().name` // `(await a?.load())?.name`, since the parentheses end the optional chain
 */
export function awaitInPlace(call: ts.CallExpression, compiler: typeof ts): readonly Edit[] {
  const sourceFile = call.getSourceFile();
  const start = call.getStart(sourceFile);
  if (!needsParentheses(call, compiler)) return [insert(start, `${gapBefore(start, sourceFile)}await `)];
  const separator = continuesStatementBefore(call, compiler) ? ';' : '';
  return [insert(start, `${separator}(await `), insert(call.end, ')'), ...keepOptional(call, compiler)];
}

/** A blank where a word would be glued to the one before it. */
export function gapBefore(offset: number, { text }: ts.SourceFile): string {
  return /[\p{ID_Continue}$]$/u.test(text.slice(Math.max(0, offset - 2), offset)) ? ' ' : '';
}

function needsParentheses(call: ts.CallExpression, compiler: typeof ts): boolean {
  const { parent } = call;
  if (compiler.isPropertyAccessExpression(parent) || compiler.isElementAccessExpression(parent)) return parent.expression === call;
  if (compiler.isCallExpression(parent) || compiler.isNewExpression(parent)) return parent.expression === call;
  if (compiler.isBinaryExpression(parent)) return parent.left === call && parent.operatorToken.kind === compiler.SyntaxKind.AsteriskAsteriskToken;
  return (
    compiler.isTaggedTemplateExpression(parent) ||
    compiler.isNonNullExpression(parent) ||
    compiler.isExpressionWithTypeArguments(parent) ||
    compiler.isDecorator(parent)
  );
}

/** Whether `(` at the start of the call's statement would call what the statement before ends with, since no semicolon ends that. */
function continuesStatementBefore(call: ts.CallExpression, compiler: typeof ts): boolean {
  const sourceFile = call.getSourceFile();
  const start = call.getStart(sourceFile);
  let at: ts.Node = call;
  while (!compiler.isExpressionStatement(at) && at.parent.getStart(sourceFile) === start && !compiler.isSourceFile(at.parent)) at = at.parent;
  if (!compiler.isExpressionStatement(at)) return false;
  const { parent } = at;
  const siblings = 'statements' in parent ? (parent.statements as ts.NodeArray<ts.Statement>) : undefined; // blocks, cases and files have some
  const before = siblings?.[siblings.indexOf(at) - 1];
  return before !== undefined && endsOpen(before, compiler) && !sourceFile.text.slice(0, before.end).endsWith(';');
}

/** Whether a statement is one that a semicolon ends. */
function endsOpen(statement: ts.Statement, compiler: typeof ts): boolean {
  const isBlockLike =
    compiler.isBlock(statement) ||
    compiler.isIfStatement(statement) ||
    compiler.isTryStatement(statement) ||
    compiler.isSwitchStatement(statement) ||
    (compiler.isIterationStatement(statement, false) && !compiler.isDoStatement(statement)) ||
    compiler.isFunctionDeclaration(statement) ||
    compiler.isClassDeclaration(statement) ||
    compiler.isInterfaceDeclaration(statement);
  return !isBlockLike;
}

/** Parentheses end an optional chain, so its next link has to be optional by itself. */
function keepOptional(call: ts.CallExpression, compiler: typeof ts): readonly Edit[] {
  if ((call.flags & compiler.NodeFlags.OptionalChain) === 0) return [];
  let at: ts.Expression = call;
  while (compiler.isNonNullExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (!isLink(parent, compiler) || parent.expression !== at || parent.questionDotToken) return [];
  if (!compiler.isPropertyAccessExpression(parent)) return [insert(at.end, '?.')];
  const sourceFile = call.getSourceFile();
  const dot = sourceFile.text.slice(at.end, parent.name.getStart(sourceFile)).lastIndexOf('.');
  return [insert(at.end + dot, '?')];
}

function isLink(node: ts.Node, compiler: typeof ts): node is ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression {
  return compiler.isPropertyAccessExpression(node) || compiler.isElementAccessExpression(node) || compiler.isCallExpression(node);
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
