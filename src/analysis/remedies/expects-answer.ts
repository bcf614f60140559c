import type ts from 'typescript';
import { perUnit } from '../per-unit.js';
import { statementAround } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { isPlatforms } from '../names/is-platforms.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import { siblingIndex } from '../sibling-index.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Unit } from '../unit.js';

/**
 * Whether the statements behind a call, before anything else waits, make a promise by hand and keep what settles it where others
 * find it. The call is the question then: when it is waited for, the answer can come before anybody expects it.
 *
 * @example `bus.publish(question); return new Promise(resolve => { this.pending.set(id, resolve); });`
 */
export function expectsAnswer(call: ts.Expression, unit: Unit): boolean {
  const statement = statementAround(call, unit.syntax);
  const { parent } = statement;
  return unit.syntax.isBlock(parent) && answersExpected(parent, unit)[siblingIndex(statement, unit) + 1] === true;
}

/** Whether an answer is expected before anything waits, from each statement of a block on. */
const answersExpected = perUnit(({ statements }: ts.Block, unit): readonly boolean[] => {
  const expected: boolean[] = [];
  let isNext = false;
  for (const statement of statements.toReversed()) {
    if (contains(statement, node => keepsResolver(node, unit), unit.syntax)) isNext = true;
    else if (contains(statement, node => unit.syntax.isAwaitExpression(node), unit.syntax)) isNext = false;
    expected.push(isNext);
  }
  return expected.reverse();
});

function keepsResolver(node: ts.Node, unit: Unit): boolean {
  const { facts, syntax } = unit;
  if (syntax.isCallExpression(node))
    return (
      nameOfCall(node, syntax) === 'withResolvers' &&
      syntax.isPropertyAccessExpression(node.expression) &&
      isPlatforms(node.expression.expression, promise, unit)
    );
  if (!syntax.isNewExpression(node) || !isPlatforms(node.expression, promise, unit)) return false;
  const executor = node.arguments?.[0];
  if (!executor || !(syntax.isArrowFunction(executor) || syntax.isFunctionExpression(executor))) return false;
  const { body, parameters } = executor;
  return contains(
    body,
    inner =>
      syntax.isIdentifier(inner) &&
      isKept(inner, syntax) &&
      facts.declarationsOf(inner).some(declaration => parameters.some(parameter => parameter === declaration)),
    syntax,
  );
}

const promise: ReadonlySet<string> = new Set(['Promise']);

/** `this.pending[id] = resolve`, `{ resolve }`, `pending.set(id, resolve)`. */
function isKept(resolver: ts.Identifier, syntax: Syntax): boolean {
  const { parent } = resolver;
  if (syntax.isBinaryExpression(parent)) {
    return (
      parent.right === resolver &&
      (syntax.isPropertyAccessExpression(parent.left) || syntax.isElementAccessExpression(parent.left))
    );
  }
  if (syntax.isShorthandPropertyAssignment(parent) || syntax.isPropertyAssignment(parent)) return true;
  return (
    syntax.isCallExpression(parent) &&
    syntax.isPropertyAccessExpression(parent.expression) &&
    keepers.has(parent.expression.name.text)
  );
}

/** Methods that keep what they are given. */
const keepers: ReadonlySet<string> = new Set(['add', 'push', 'set']);
