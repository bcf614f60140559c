import type ts from 'typescript';
import { statementAround } from './ancestors.js';
import type { Unit } from './unit.js';

/**
 * Whether a comment says that a call is detached on purpose: it matches `settings.reasonComment` and stands on the line of
 * the statement around `node`, or right above it.
 */
export function hasReasonComment(node: ts.Node, unit: Unit): boolean {
  const { settings, sourceFile, syntax } = unit;
  const statement = statementAround(node, syntax);
  const { text } = sourceFile;
  const comments = [
    ...(syntax.getLeadingCommentRanges(text, statement.pos) ?? []),
    ...(syntax.getTrailingCommentRanges(text, statement.end) ?? []),
  ];
  const pattern = new RegExp(settings.reasonComment, 'u');
  return comments.some(({ end, pos }) => pattern.test(text.slice(pos, end)));
}
