import type ts from 'typescript';
import type { Edit } from './finding.js';
import type { Syntax } from './syntax.js';
import type { Unit } from './unit.js';

/**
 * The edits that put `await` in front of `value`, where its result is dropped or assigned, so that no parentheses are
 * needed around the whole. Comments before `value` stay where they are.
 *
 * @example `repo.save(x) as Promise<X>` // 'await (repo.save(x) as Promise<X>)', since `await` binds tighter than `as`
 */
export function awaitEdits(value: ts.Expression, unit: Unit): readonly Edit[] {
  const { sourceFile, syntax } = unit;
  const inner = syntax.isParenthesizedExpression(value) ? value.expression : undefined;
  if (inner && !bindsLooserThanAwait(inner, syntax) && !isCast(value, unit)) return awaitEdits(inner, unit);
  const start = value.getStart(sourceFile);
  const gap = /[\p{ID_Continue}$]$/u.test(sourceFile.text.slice(Math.max(0, start - 2), start)) ? ' ' : '';
  if (!bindsLooserThanAwait(value, syntax)) return [insert(start, `${gap}await `)];
  return wrapEdits(value, `${gap}await (`, unit);
}

/** The edits that put `opening` before an expression and `)` behind it. */
export function wrapEdits(expression: ts.Expression, opening: string, { sourceFile }: Unit): readonly Edit[] {
  return [insert(expression.getStart(sourceFile), opening), insert(expression.end, ')')];
}

/** A JSDoc comment in front of parentheses asserts their type, and so belongs to the whole. */
function isCast(value: ts.Expression, { sourceFile, syntax }: Unit): boolean {
  const comments = syntax.getLeadingCommentRanges(sourceFile.text, value.pos) ?? [];
  return comments.some(({ pos }) => sourceFile.text.startsWith('/**', pos));
}

function bindsLooserThanAwait(value: ts.Expression, syntax: Syntax): boolean {
  return syntax.isAsExpression(value) || syntax.isSatisfiesExpression(value);
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
