import type ts from 'typescript';
import type { Edit } from '../finding.js';
import { needsParentheses } from '../../syntax/needs-parentheses.js';
import { gapBefore, separatorBefore } from '../../syntax/separator-before.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { FileUnit } from '../unit.js';

/**
 * The edits that put `await` in front of `value`, with parentheses where the place asks for them. Comments before `value`
 * stay where they are.
 *
 * @example `repo.find().name` // '(await repo.find()).name'
 * @example `repo.save(x) as Promise<X>` // 'await (repo.save(x) as Promise<X>)', since `await` binds tighter than `as`
 * @example `repo?.find().name` // '(await repo?.find())?.name', since parentheses end an optional chain
 */
export function awaitEdits(value: ts.Expression, unit: FileUnit): readonly Edit[] {
  const inner = innerOf(value, unit);
  if (inner) return awaitEdits(inner, unit);
  const isTight = needsParentheses(value, unit.syntax);
  const isLoose = bindsLooserThanAwait(value, unit.syntax);
  const start = startOf(value, unit);
  const opening = isTight
    ? `${separatorBefore(value, start, unit.syntax)}(await `
    : `${gapBefore(start, unit.sourceFile)}await `;
  const closing = (isLoose ? ')' : '') + (isTight ? ')' : '');
  return [insert(start, opening + (isLoose ? '(' : '')), ...closingEdits(value, closing, unit)];
}

/** The edits that put `opening` before an expression and `)` behind it. */
export function wrapEdits(expression: ts.Expression, opening: string, { sourceFile }: FileUnit): readonly Edit[] {
  return [insert(expression.getStart(sourceFile), opening), insert(expression.end, ')')];
}

/** What an `await` is put before instead of the whole: what parentheses hold, and what `!` says is never absent. */
function innerOf(value: ts.Expression, unit: FileUnit): ts.Expression | undefined {
  const { syntax } = unit;
  if (syntax.isNonNullExpression(value)) return isStatement(value, syntax) ? undefined : value.expression;
  if (!syntax.isParenthesizedExpression(value)) return undefined;
  return bindsLooserThanAwait(value.expression, syntax) || findCast(value, unit) ? undefined : value.expression;
}

/** Whether an expression is a statement, so that nobody reads what it gives. */
function isStatement({ parent }: ts.Expression, syntax: Syntax): boolean {
  return syntax.isParenthesizedExpression(parent) ? isStatement(parent, syntax) : syntax.isExpressionStatement(parent);
}

/** The JSDoc comment of a JavaScript file that asserts the type of what parentheses hold, and so belongs to the whole. */
function findCast(
  value: ts.ParenthesizedExpression,
  { sourceFile: { text }, syntax }: FileUnit,
): ts.CommentRange | undefined {
  if ((value.flags & syntax.NodeFlags.JavaScriptFile) === 0) return undefined;
  const comments = [
    ...(syntax.getTrailingCommentRanges(text, value.pos) ?? []),
    ...(syntax.getLeadingCommentRanges(text, value.pos) ?? []),
  ];
  return comments.findLast(({ end, pos }) => /^\/\*\*[^]*@(?:type|satisfies)\b/.test(text.slice(pos, end)));
}

function startOf(value: ts.Expression, unit: FileUnit): number {
  const cast = unit.syntax.isParenthesizedExpression(value) ? findCast(value, unit) : undefined;
  return cast?.pos ?? value.getStart(unit.sourceFile);
}

function bindsLooserThanAwait(value: ts.Expression, syntax: Syntax): boolean {
  return (
    syntax.isAsExpression(value) ||
    syntax.isSatisfiesExpression(value) ||
    syntax.isBinaryExpression(value) ||
    syntax.isConditionalExpression(value)
  );
}

/** The closing parentheses, and the `?.` that what follows needs where they end an optional chain. */
function closingEdits(value: ts.Expression, closing: string, unit: FileUnit): readonly Edit[] {
  const link = findLink(value, unit);
  if (!link) return closing === '' ? [] : [insert(value.end, closing)];
  return link.at === value.end
    ? [insert(value.end, closing + link.text)]
    : [insert(value.end, closing), insert(link.at, link.text)];
}

/** Where the chain that `value` is a part of goes on, and what makes that a chain of its own. */
function findLink(
  value: ts.Expression,
  { sourceFile, syntax }: FileUnit,
): { readonly at: number; readonly text: string } | undefined {
  let inner: ts.Node = value;
  while (syntax.isNonNullExpression(inner.parent)) inner = inner.parent;
  const { parent } = inner;
  if (!isChained(value, syntax) || !isChained(parent, syntax) || !needsParentheses(inner as ts.Expression, syntax))
    return undefined; // the parent of a part of a chain
  if ('questionDotToken' in parent && parent.questionDotToken) return undefined;
  const trivia = /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*/.exec(sourceFile.text.slice(inner.end))?.[0] ?? '';
  return { at: inner.end + trivia.length, text: syntax.isPropertyAccessExpression(parent) ? '?' : '?.' };
}

function isChained(node: ts.Node, { NodeFlags }: Syntax): boolean {
  return (node.flags & NodeFlags.OptionalChain) !== 0;
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
