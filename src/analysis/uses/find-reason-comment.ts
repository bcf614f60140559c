import type ts from 'typescript';
import { classifyUse } from './classify-use.js';
import { findCandidates } from '../find-candidates.js';
import { isWithin, statementAround } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { perUnit } from '../per-unit.js';
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
 * Whether a comment there, or above an `if` or a loop that the call is the last step of, or above the calls before it that are dropped as well, says in words of
 * its own that nobody waits for a call, and that this is meant. It gives no reason that the settings ask for, and accepts nothing; but whoever wrote it forgot nothing either.
 */
export function isSaidToBeDetached(node: ts.Node, unit: Unit): boolean {
  return (
    [...commentsAt(node, unit), ...commentsAbove(node, unit)].some(comment => detaching.test(comment)) ||
    isSaidBefore(statementAround(node, unit.syntax), unit)
  );
}

const detaching =
  /\bin (?:the )?background\b|\bfire[- ]and[- ]forget\b(?!:)|(?:\b(?:not|never|without|skip(?:ped|s)?|no need to)|n't)\s+(?:\w+\s+)?a?wait(?:ed|ing)?\b/i;

function commentsAt(node: ts.Node, unit: Unit): readonly string[] {
  const { syntax } = unit;
  const { text } = node.getSourceFile();
  const ranges = [...statementsOfLine(node, unit)].flatMap(statement => [
    ...(syntax.getLeadingCommentRanges(text, statement.pos) ?? []),
    ...(syntax.getTrailingCommentRanges(text, statement.end) ?? []),
  ]);
  return ranges.map(({ end, pos }) => text.slice(pos, end));
}

/** The comments above each `if` and each loop that ends with the statement around a node: they say what the whole is for. */
function commentsAbove(node: ts.Node, unit: Unit): readonly string[] {
  const { syntax } = unit;
  const found: string[] = [];
  for (let at = statementAround(node, syntax); ; at = at.parent) {
    const { parent } = at;
    if ((syntax.isIfStatement(parent) && parent.thenStatement === at) || syntax.isIterationStatement(parent, false)) {
      found.push(...leadingComments(parent, unit));
    } else if (!syntax.isBlock(parent) || parent.statements.at(-1) !== at) {
      return found;
    }
  }
}

/**
 * Whether a comment says so above the statements that a statement follows without a gap: calls that are dropped, or declarations of what it
 * uses. It speaks of nothing behind the first statement of another kind.
 *
 * @example `// in the background` above `const unique = merge(post); posts.save(unique);`
 */
function isSaidBefore(statement: ts.Node, unit: Unit): boolean {
  const { parent } = statement;
  return unit.syntax.isBlock(parent) && statementsSpokenOf(parent, unit).has(statement);
}

/** The statements of a block that a comment above others before them speaks of. */
const statementsSpokenOf = perUnit(({ statements }: ts.Block, unit): ReadonlySet<ts.Node> => {
  const spokenOf = new Set<ts.Node>();
  for (const [index, statement] of statements.entries()) {
    const before = statements[index - 1];
    const isSaid =
      before !== undefined &&
      (spokenOf.has(before) || leadingComments(before, unit).some(comment => detaching.test(comment)));
    if (isSaid && isClose(statement, before, unit) && isOfKind(statement, before, unit)) spokenOf.add(statement);
  }
  return spokenOf;
});

/** Whether a statement stands right behind another one, with no empty line and no comment between. */
function isClose(statement: ts.Statement, before: ts.Statement, unit: Unit): boolean {
  const sourceFile = statement.getSourceFile();
  return (
    leadingComments(statement, unit).length === 0 &&
    !/\n\s*\n/.test(sourceFile.text.slice(before.end, statement.getStart(sourceFile)))
  );
}

function isOfKind(statement: ts.Statement, before: ts.Statement, unit: Unit): boolean {
  const { syntax } = unit;
  return syntax.isVariableStatement(before)
    ? usesWhatIsDeclared(statement, before, unit)
    : isDroppedCall(before, unit) && !syntax.isVariableStatement(statement);
}

function usesWhatIsDeclared(
  statement: ts.Node,
  { declarationList }: ts.VariableStatement,
  { facts, syntax }: Unit,
): boolean {
  return contains(
    statement,
    node =>
      syntax.isIdentifier(node) && facts.declarationsOf(node).some(declared => isWithin(declared, declarationList)),
    syntax,
  );
}

/** `posts.save(post);` and `void posts.save(post);` */
function isDroppedCall(statement: ts.Statement, { syntax }: Unit): boolean {
  return (
    syntax.isExpressionStatement(statement) &&
    findCandidates(statement.expression, syntax, () => false).some(call =>
      ['floating', 'handled', 'voided'].includes(classifyUse(call, syntax).kind),
    )
  );
}

function leadingComments(statement: ts.Node, { syntax }: Unit): readonly string[] {
  const { text } = statement.getSourceFile();
  return (syntax.getLeadingCommentRanges(text, statement.pos) ?? []).map(({ end, pos }) => text.slice(pos, end));
}

/** The statement around a node, and those around it that begin on the same line, in the same function. */
function* statementsOfLine(node: ts.Node, { syntax }: Unit): Generator<ts.Node> {
  const sourceFile = node.getSourceFile();
  const own = statementAround(node, syntax);
  const start = own.getStart(sourceFile);
  for (let at = own; !syntax.isSourceFile(at) && !syntax.isFunctionLike(at); at = at.parent) {
    if (sourceFile.text.slice(at.getStart(sourceFile), start).includes('\n')) return;
    if (syntax.isStatement(at)) yield at;
  }
}
