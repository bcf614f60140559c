import type ts from 'typescript';
import { isAssignment } from '../../syntax/is-assignment.js';
import { perUnit } from '../per-unit.js';
import { functionAround, isWithin } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { findLocalBinding } from '../names/find-references.js';
import { isSameReference } from '../names/is-same-reference.js';
import { lastWord } from '../../syntax/name-of-call.js';
import { siblingIndex } from '../sibling-index.js';
import type { Syntax } from '../../syntax/syntax.js';
import { unwrap } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import type { Unit } from '../unit.js';
import { runsAtOnce } from './runs-at-once.js';

/**
 * Whether what a call gives is kept in a place that outlives the function, and fetched only while that is empty. Such a call
 * blocks once.
 *
 * @example `cached ??= read();`
 * @example `if (!cached) cached = read();`
 * @example `if (texts.has(name)) return texts.get(name); const text = read(name); texts.set(name, text);`
 */
export function isKeptOnce(call: ts.Node, unit: Unit): boolean {
  const fn = functionAround(call, unit.syntax);
  return (
    fn !== undefined &&
    (isAssignedByDefault(call, fn, unit) ||
      fillsWhatIsAskedFor(call, fn, unit) ||
      (runsAtOnce(fn, unit) && isKeptOnce(fn, unit)))
  );
}

/** Whether what a call gives becomes the right side of `??=` or `||=` to such a place. */
function isAssignedByDefault(call: ts.Node, fn: ts.SignatureDeclaration, unit: Unit): boolean {
  const { QuestionQuestionEqualsToken, BarBarEqualsToken } = unit.syntax.SyntaxKind;
  const assignment = findAssignment(call, unit.syntax);
  if (!assignment || !outlives(assignment.left, fn, unit)) return false;
  const { kind } = assignment.operatorToken;
  return kind === QuestionQuestionEqualsToken || kind === BarBarEqualsToken;
}

function findAssignment(call: ts.Node, syntax: Syntax): ts.BinaryExpression | undefined {
  for (let at = call; !syntax.isStatement(at) && !syntax.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (isAssignment(parent, syntax) && parent.right === at) return parent;
  }
  return undefined;
}

/** Whether something is declared outside a function, or a member of what is. */
function outlives(target: ts.Expression, fn: ts.Node, unit: Unit): boolean {
  const { facts, syntax } = unit;
  if (target.kind === syntax.SyntaxKind.ThisKeyword) return true;
  if (syntax.isPropertyAccessExpression(target) || syntax.isElementAccessExpression(target))
    return outlives(target.expression, fn, unit);
  if (!syntax.isIdentifier(target)) return false;
  return facts.declarationsOf(target).every(declaration => !isWithin(declaration, fn));
}

/** Whether a call whose result is used is only reached while a place is empty that the function fills. */
function fillsWhatIsAskedFor(call: ts.Node, fn: ts.SignatureDeclaration, unit: Unit): boolean {
  const { syntax } = unit;
  if (syntax.isExpressionStatement(call.parent)) return false;
  for (let at = call; at !== fn; at = at.parent) {
    const { parent } = at;
    if (syntax.isIfStatement(parent) && at !== parent.expression && asksForFilled(parent, unit)) return true;
    if (syntax.isBlock(parent) && siblingIndex(at, unit) > firstThatLeaves(parent, unit)) return true;
  }
  return false;
}

/** Where in a block the first statement stands that leaves the function unless a place is empty that the function fills. */
const firstThatLeaves = perUnit((block: ts.Block, unit): number => {
  const { syntax } = unit;
  const index = block.statements.findIndex(
    statement =>
      syntax.isIfStatement(statement) && leaves(statement.thenStatement, syntax) && asksForFilled(statement, unit),
  );
  return index === -1 ? Infinity : index;
});

function leaves(statement: ts.Statement, syntax: Syntax): boolean {
  const last = syntax.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (syntax.isReturnStatement(last) || last.kind === syntax.SyntaxKind.ThrowStatement);
}

/** Whether the condition of an `if` mentions a place that the function around it fills, itself or by a variable that was read from it. */
const asksForFilled = perUnit(({ expression, parent }: ts.IfStatement, unit): boolean => {
  const fn = functionAround(parent, unit.syntax);
  const filled = fn ? placesFilledBy(fn, unit) : new Map<string, readonly ts.Expression[]>();
  return (
    filled.size > 0 &&
    (mentions(expression, filled, unit) || findSources(expression, unit).some(source => mentions(source, filled, unit)))
  );
});

/** Places, by the last word of each. */
type Places = ReadonlyMap<string, readonly ts.Expression[]>;

/** The places outside of a function that it fills, by assignment or by `set`; not those that it empties, too. */
const placesFilledBy = perUnit((fn: ts.SignatureDeclaration, unit): Places => {
  const { syntax } = unit;
  const filled: ts.Expression[] = [];
  const emptied: ts.Expression[] = [];
  walk(fn, syntax, node => {
    if (isAssignment(node, syntax) && outlives(node.left, fn, unit)) {
      const place = syntax.isElementAccessExpression(node.left) ? node.left.expression : node.left;
      (isEmpty(node.right, syntax) || isFlag(place, node.right, unit) ? emptied : filled).push(place);
    } else if (syntax.isCallExpression(node) && syntax.isPropertyAccessExpression(node.expression)) {
      const { expression: map, name } = node.expression;
      if (name.text === 'set' && outlives(map, fn, unit)) filled.push(map);
    }
    return 'into';
  });
  const empty = byLastWord(emptied, syntax);
  return byLastWord(
    filled.filter(place => !isAmong(place, empty, unit)),
    syntax,
  );
});

/** Whether a variable of a function around this one is only told that something has happened: in one request, not once for all. */
function isFlag(place: ts.Expression, value: ts.Expression, unit: Unit): boolean {
  return (
    value.kind === unit.syntax.SyntaxKind.TrueKeyword &&
    unit.syntax.isIdentifier(place) &&
    findLocalBinding(place, unit) !== undefined
  );
}

/** Whether a value is what a place has before anything is kept there: nothing, zero, no text, `false`. */
function isEmpty(value: ts.Expression, syntax: Syntax): boolean {
  const at = unwrap(value, syntax);
  const { FalseKeyword, NullKeyword, VoidExpression } = syntax.SyntaxKind;
  if (syntax.isStringLiteralLike(at)) return at.text === '';
  if (syntax.isNumericLiteral(at)) return Number(at.text) === 0;
  return (
    at.kind === FalseKeyword ||
    at.kind === NullKeyword ||
    at.kind === VoidExpression ||
    (syntax.isIdentifier(at) && at.text === 'undefined')
  );
}

function byLastWord(places: readonly ts.Expression[], syntax: Syntax): Places {
  const byWord = new Map<string, ts.Expression[]>();
  for (const place of places) {
    const word = lastWord(place, syntax) ?? '';
    const known = byWord.get(word);
    if (known) known.push(place);
    else byWord.set(word, [place]);
  }
  return byWord;
}

function isAmong(expression: ts.Expression, places: Places, unit: Unit): boolean {
  return (places.get(lastWord(expression, unit.syntax) ?? '') ?? []).some(place =>
    isSameReference(place, expression, unit),
  );
}

/** Whether an expression mentions one of some places. */
function mentions(expression: ts.Node, places: Places, unit: Unit): boolean {
  const { syntax } = unit;
  return contains(
    expression,
    node => (syntax.isPropertyAccessExpression(node) || syntax.isIdentifier(node)) && isAmong(node, places, unit),
    syntax,
  );
}

/** What the local variables that an expression consists of were made of, as the `texts.get(name)` of `const text = texts.get(name)`. */
function findSources(expression: ts.Node, unit: Unit): readonly ts.Expression[] {
  const { syntax } = unit;
  const sources: ts.Expression[] = [];
  walk(expression, syntax, node => {
    const initializer = syntax.isIdentifier(node) ? findLocalBinding(node, unit)?.declaration.initializer : undefined;
    if (initializer) sources.push(initializer);
    return 'into';
  });
  return sources;
}
