import type ts from 'typescript';
import { statementAround } from '../syntax/ancestors.js';
import type { Unit } from '../unit.js';

/**
 * Whether a comment accepts that a call is detached: it matches `settings.reasonComment` and stands on the line of the
 * statement around `node`, or right above it, also where that line begins with the statement around that one: `if (late) save();`.
 */
export function hasReasonComment(node: ts.Node, unit: Unit): boolean {
  const pattern = new RegExp(unit.settings.reasonComment, 'u');
  return commentsAt(node, unit).some(comment => pattern.test(comment));
}

/**
 * Whether a comment there, or above an `if` or a loop that the call is the last step of, says in words of its own that nobody waits for a call, and that this
 * is meant. It gives no reason that the settings ask for, and accepts nothing; but whoever wrote it forgot nothing either.
 */
export function isSaidToBeDetached(node: ts.Node, unit: Unit): boolean {
  return [...commentsAt(node, unit), ...commentsAbove(node, unit)].some(comment => detaching.test(comment));
}

const detaching =
  /\bin (?:the )?background\b|\bfire[- ]and[- ]forget\b(?!:)|(?:\b(?:not|never|without|skip(?:ped|s)?|no need to)|n't)\s+(?:\w+\s+)?a?wait(?:ed|ing)?\b/i;

function commentsAt(node: ts.Node, unit: Unit): readonly string[] {
  const { sourceFile, syntax } = unit;
  const { text } = sourceFile;
  const ranges = [...statementsOfLine(node, unit)].flatMap(statement => [
    ...(syntax.getLeadingCommentRanges(text, statement.pos) ?? []),
    ...(syntax.getTrailingCommentRanges(text, statement.end) ?? []),
  ]);
  return ranges.map(({ end, pos }) => text.slice(pos, end));
}

/** The comments above each `if` and each loop that ends with the statement around a node: they say what the whole is for. */
function commentsAbove(node: ts.Node, { sourceFile: { text }, syntax }: Unit): readonly string[] {
  const found: string[] = [];
  for (let at = statementAround(node, syntax); ; at = at.parent) {
    const { parent } = at;
    if ((syntax.isIfStatement(parent) && parent.thenStatement === at) || syntax.isIterationStatement(parent, false)) {
      found.push(...(syntax.getLeadingCommentRanges(text, parent.pos) ?? []).map(({ end, pos }) => text.slice(pos, end)));
    } else if (!syntax.isBlock(parent) || parent.statements.at(-1) !== at) {
      return found;
    }
  }
}

/** The statement around a node, and those around it that begin on the same line, in the same function. */
function* statementsOfLine(node: ts.Node, { sourceFile, syntax }: Unit): Generator<ts.Node> {
  const own = statementAround(node, syntax);
  const start = own.getStart(sourceFile);
  for (let at = own; !syntax.isSourceFile(at) && !syntax.isFunctionLike(at); at = at.parent) {
    if (sourceFile.text.slice(at.getStart(sourceFile), start).includes('\n')) return;
    if (syntax.isStatement(at)) yield at;
  }
}
