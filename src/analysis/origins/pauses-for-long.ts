import type ts from 'typescript';
import { findCandidates } from '../find-candidates.js';
import { functionAround } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';
import { withoutCircles } from '../without-circles.js';
import { isOfPlatform } from './match-methods.js';

/** The shortest pause, in milliseconds, that is long for whoever waits. */
const long = 5000;

/**
 * Whether a function pauses for long in a loop, as one that tries again after a failure does: five seconds or more, or nobody can tell.
 * Not its nested functions. A pause that grows with the number of the loop's rounds is taken at its longest.
 *
 * @example `for (let i = 0; i < 10; i++) { try { return await save(); } catch { await sleep(60_000); } }`
 */
export function pausesForLong(fn: FunctionWithBody, unit: Unit): boolean {
  const { syntax } = unit;
  return contains(
    fn.body,
    node => syntax.isAwaitExpression(node) && isLongPause(unwrap(node.expression, syntax)),
    syntax,
  );

  function isLongPause(waited: ts.Expression): boolean {
    const loop = functionAround(waited, syntax) === fn ? findLoop(waited, fn, unit) : undefined;
    const duration = loop && findDuration(waited, unit);
    if (!duration) return false;
    const longest = evaluate(duration, { loop, unit });
    return longest === undefined || longest >= long;
  }
}

/** The loop around a node of a function, if there is one. */
function findLoop(node: ts.Node, fn: ts.Node, { syntax }: Unit): ts.Node | undefined {
  for (let at = node; at !== fn; at = at.parent) {
    if (syntax.isIterationStatement(at, false)) return at;
  }
  return undefined;
}

/** How long a pause is that is waited for: what a timer is given, here or by a function that is named like one; undefined for anything else. */
function findDuration(waited: ts.Expression, unit: Unit): ts.Expression | undefined {
  const { syntax } = unit;
  if (syntax.isNewExpression(waited)) return findTimer(waited, unit)?.arguments[1];
  if (!syntax.isCallExpression(waited)) return undefined;
  const { facts } = unit;
  const [first] = waited.arguments;
  const timer = facts
    .functionsOf(waited)
    .map(({ body }) => findTimer(body, unit))
    .find(found => found !== undefined);
  if (!first) return timer?.arguments[1];
  const { pauses } = unit.catalogue.conventions;
  const isPause = timer !== undefined || pauses.has(nameOfCall(waited, syntax) ?? '') || isTimer(waited, unit);
  return isPause && facts.mayBeNumber(first) ? first : undefined;
}

/** The call of a timer in a promise that is made by hand: `new Promise(resolve => setTimeout(resolve, 1000))`. */
function findTimer(node: ts.Node, unit: Unit): ts.CallExpression | undefined {
  return findCandidates(node, unit.syntax, () => true)
    .filter(unit.syntax.isCallExpression)
    .find(call => isTimer(call, unit));
}

/** Whether a call is that of `setTimeout`, of the language's libraries or of `node:timers/promises`, under whatever name. */
function isTimer(call: ts.CallExpression, { facts }: Unit): boolean {
  const callee = facts.calleeOf(call);
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(declared => declared.name === 'setTimeout' && isOfPlatform(declared))
  );
}

interface Round {
  readonly loop: ts.Node | undefined;
  readonly unit: Unit;
}

/** The greatest number that an expression comes to in a loop's rounds; undefined where nobody can tell. */
function evaluate(expression: ts.Expression, round: Round): number | undefined {
  const { syntax } = round.unit;
  const node = unwrap(expression, syntax);
  if (syntax.isNumericLiteral(node)) return Number(node.text);
  if (syntax.isIdentifier(node)) return ofNames(node, () => evaluateName(node, round));
  if (syntax.isPropertyAccessExpression(node) && syntax.isIdentifier(node.name)) {
    const { name } = node;
    return ofNames(name, () => evaluateMember(name, round));
  }
  if (syntax.isBinaryExpression(node)) return evaluateBinary(node, round);
  return syntax.isCallExpression(node) ? evaluateCall(node, round) : undefined;
}

/** A name that is made of itself comes back to where it was read. */
const ofNames = withoutCircles<number | undefined>(undefined);

/** A constant, a parameter that is left out, or what a loop counts. */
function evaluateName(name: ts.Identifier, round: Round): number | undefined {
  const {
    loop,
    unit: { facts, syntax },
  } = round;
  const [declaration] = facts.declarationsOf(name);
  if (declaration && syntax.isParameter(declaration))
    return declaration.initializer && evaluate(declaration.initializer, round);
  if (!declaration || !syntax.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const { initializer, parent } = declaration;
  if (loop && syntax.isForStatement(loop) && loop.initializer === parent)
    return greatestOf(loop, { name: declaration.name, initializer }, round);
  return (parent.flags & syntax.NodeFlags.Const) === 0 ? undefined : evaluate(initializer, round);
}

/** A field that is only read, or a member of an object that is written out. */
function evaluateMember(name: ts.Identifier, round: Round): number | undefined {
  const { facts, syntax } = round.unit;
  const [declaration] = facts.declarationsOf(name);
  if (!declaration) return undefined;
  if (syntax.isPropertyAssignment(declaration)) return evaluate(declaration.initializer, round);
  const isFixed =
    syntax.isPropertyDeclaration(declaration) &&
    (declaration.modifiers ?? []).some(({ kind }) => kind === syntax.SyntaxKind.ReadonlyKeyword);
  return isFixed && declaration.initializer ? evaluate(declaration.initializer, round) : undefined;
}

interface Counter {
  readonly name: ts.BindingName;
  readonly initializer: ts.Expression;
}

/** The greatest number that a loop counts to or from: 2 in `for (let i = 0; i < 3; i++)`, 3 in `for (let left = 3; left > 0; left--)`. */
function greatestOf({ condition }: ts.ForStatement, counter: Counter, round: Round): number | undefined {
  const { facts, syntax } = round.unit;
  const { GreaterThanEqualsToken, GreaterThanToken, LessThanEqualsToken, LessThanToken } = syntax.SyntaxKind;
  if (!condition || !syntax.isBinaryExpression(condition) || !syntax.isIdentifier(condition.left)) return undefined;
  const {
    left,
    operatorToken: { kind },
    right,
  } = condition;
  const isOfCounter = facts
    .declarationsOf(left)
    .some(declaration => syntax.isVariableDeclaration(declaration) && declaration.name === counter.name);
  if (!isOfCounter) return undefined;
  const outside = { ...round, loop: undefined };
  if (kind === GreaterThanToken || kind === GreaterThanEqualsToken) return evaluate(counter.initializer, outside);
  const end = evaluate(right, outside);
  if (end === undefined || (kind !== LessThanToken && kind !== LessThanEqualsToken)) return undefined;
  return kind === LessThanToken ? end - 1 : end;
}

function evaluateBinary(
  { left, operatorToken: { kind }, right }: ts.BinaryExpression,
  round: Round,
): number | undefined {
  const { AsteriskAsteriskToken, AsteriskToken, MinusToken, PlusToken, SlashToken } = round.unit.syntax.SyntaxKind;
  const [a, b] = [evaluate(left, round), evaluate(right, round)];
  if (a === undefined || b === undefined) return undefined;
  switch (kind) {
    case AsteriskAsteriskToken:
      return a ** b;
    case AsteriskToken:
      return a * b;
    case MinusToken:
      return a - b;
    case PlusToken:
      return a + b;
    case SlashToken:
      return a / b;
    default:
      return undefined;
  }
}

/** `Math.pow(2, i)`, `Math.min(i * 100, 1000)`, `Math.random()`. */
function evaluateCall(call: ts.CallExpression, round: Round): number | undefined {
  const { syntax } = round.unit;
  const { arguments: given, expression } = call;
  if (
    !syntax.isPropertyAccessExpression(expression) ||
    !syntax.isIdentifier(expression.expression) ||
    expression.expression.text !== 'Math'
  )
    return undefined;
  const numbers = given.map(one => evaluate(one, round));
  const known = numbers.filter(number => number !== undefined);
  const [first, second] = numbers;
  switch (expression.name.text) {
    case 'min':
      return known.length > 0 ? Math.min(...known) : undefined;
    case 'max':
      return known.length < numbers.length ? undefined : Math.max(...known);
    case 'pow':
      return first === undefined || second === undefined ? undefined : first ** second;
    case 'random':
      return 1;
    case 'ceil':
    case 'floor':
    case 'round':
    case 'trunc':
      return first;
    default:
      return undefined;
  }
}
