import type ts from 'typescript';
import { isUsing } from '../../syntax/is-using.js';
import { mayThrow } from '../../syntax/may-throw.js';
import { isPromiseMethod } from '../../syntax/is-promise-method.js';
import type { Syntax } from '../../syntax/syntax.js';
import { isWrapper, outermostOf } from '../../syntax/unwrap.js';
import type { Literal, Use } from './use.js';

/** Where a climb stands: the innermost expression an `await` could wrap, and the expression whose parent is next. */
interface Climb {
  readonly value: ts.Expression;
  readonly cursor: ts.Expression;
  /** Whether a rejection handler is attached to the promise. */
  readonly handled: boolean;
}

/**
 * Says what becomes of the value of `expression`, from syntax alone: climbs through everything that still is its promise
 * (parentheses, assertions, `.then()` chains, combinators) or hands it on unchanged (branches, the last of a comma).
 *
 * @example `cond && repo.save(x).then(log);` // { kind: 'floating', value: `repo.save(x).then(log)` }
 */
export function classifyUse(expression: ts.Expression, syntax: Syntax): Use {
  let climb: Climb = { value: expression, cursor: expression, handled: false };
  for (;;) {
    const step = climbOnce(climb, syntax);
    if ('kind' in step) return step;
    climb = step;
  }
}

function climbOnce(climb: Climb, syntax: Syntax): Climb | Use {
  const { SyntaxKind } = syntax;
  const { cursor, handled: isHandled, value } = climb;
  const { parent } = cursor;

  if (isWrapper(parent, syntax)) return outward(climb, parent);
  if (syntax.isPropertyAccessExpression(parent)) return alongChain(climb, parent, syntax);
  if (syntax.isCallExpression(parent)) {
    if (parent.expression === cursor) return { kind: 'link' };
    return isPromiseMethod(parent, adopting, syntax)
      ? whole(climb, parent)
      : { kind: 'argument', value, of: parent, isHandled };
  }
  if (syntax.isArrayLiteralExpression(parent)) return intoArray(climb, parent, syntax);
  if (isMember(parent, syntax))
    return { kind: 'collected', value, literal: outermost(parent.parent, syntax), isHandled };
  if (syntax.isBinaryExpression(parent)) return throughBinary(climb, parent, syntax);
  if (syntax.isConditionalExpression(parent)) {
    return parent.condition === cursor ? { kind: 'tested', value } : { ...climb, cursor: parent };
  }
  if (syntax.isVariableDeclaration(parent)) {
    return syntax.isIdentifier(parent.name) && !isUsing(parent.parent, syntax)
      ? { kind: 'assigned', value, binding: parent.name, isHandled }
      : { kind: 'passed' };
  }
  if (syntax.isForStatement(parent)) return parent.condition === cursor ? { kind: 'tested', value } : dropped(climb);

  switch (parent.kind) {
    case SyntaxKind.AwaitExpression:
    case SyntaxKind.ForOfStatement:
      return { kind: 'awaited', isHandled };
    case SyntaxKind.ExpressionStatement:
      return dropped(climb);
    case SyntaxKind.VoidExpression:
      return { kind: 'voided', value };
    case SyntaxKind.ReturnStatement:
    case SyntaxKind.ArrowFunction:
      return { kind: 'returned', value, isHandled };
    case SyntaxKind.PrefixUnaryExpression:
    case SyntaxKind.IfStatement:
    case SyntaxKind.WhileStatement:
    case SyntaxKind.DoStatement:
    case SyntaxKind.SwitchStatement:
      return { kind: 'tested', value };
    case SyntaxKind.TemplateSpan:
      return isTagged(parent, syntax) ? { kind: 'passed' } : { kind: 'serialized', value };
    case SyntaxKind.SpreadAssignment:
      return { kind: 'serialized', value };
    case SyntaxKind.ElementAccessExpression:
      return { kind: 'link' };
    default:
      return { kind: 'passed' };
  }
}

/** The climb went through something that is the same promise, so an `await` belongs outside it, unless a branch lies between. */
function outward(climb: Climb, parent: ts.Expression): Climb {
  return climb.value === climb.cursor ? whole(climb, parent) : { ...climb, cursor: parent };
}

/** The climb reached an expression that is a promise as a whole, whatever lies below it. */
function whole(climb: Climb, expression: ts.Expression): Climb {
  return { ...climb, value: expression, cursor: expression };
}

function alongChain(climb: Climb, access: ts.PropertyAccessExpression, syntax: Syntax): Climb | Use {
  const outer = access.parent;
  const isMethodCall = syntax.isCallExpression(outer) && outer.expression === access;
  if (!isMethodCall) return { kind: 'link' };
  switch (access.name.text) {
    case 'then':
      return { ...whole(climb, outer), handled: climb.handled || isHandler(outer.arguments[1], syntax) };
    case 'catch':
      return { ...whole(climb, outer), handled: climb.handled || isHandler(outer.arguments[0], syntax) };
    case 'finally':
      return whole(climb, outer);
    default:
      return { kind: 'link' };
  }
}

function intoArray(climb: Climb, array: ts.ArrayLiteralExpression, syntax: Syntax): Climb | Use {
  const outer = array.parent;
  return isPromiseMethod(outer, combinators, syntax)
    ? whole(climb, outer)
    : { kind: 'collected', value: climb.value, literal: outermost(array, syntax), isHandled: climb.handled };
}

/** `{ key: value }` and `{ value }`. */
function isMember(node: ts.Node, syntax: Syntax): node is ts.PropertyAssignment | ts.ShorthandPropertyAssignment {
  return syntax.isPropertyAssignment(node) || syntax.isShorthandPropertyAssignment(node);
}

/** The literal that `literal` is a part of, at whatever depth. */
function outermost(literal: Literal, syntax: Syntax): Literal {
  let at = literal;
  for (;;) {
    const { parent } = outermostOf(at, syntax);
    if (syntax.isArrayLiteralExpression(parent)) at = parent;
    else if (isMember(parent, syntax)) at = parent.parent;
    else return at;
  }
}

function throughBinary(climb: Climb, binary: ts.BinaryExpression, syntax: Syntax): Climb | Use {
  const { SyntaxKind } = syntax;
  const { value } = climb;
  const onLeft = binary.left === climb.cursor;
  switch (binary.operatorToken.kind) {
    case SyntaxKind.CommaToken:
      return onLeft ? dropped(climb) : { ...climb, cursor: binary };
    case SyntaxKind.AmpersandAmpersandToken:
    case SyntaxKind.BarBarToken:
    case SyntaxKind.QuestionQuestionToken:
      return onLeft ? { kind: 'tested', value } : { ...climb, cursor: binary };
    case SyntaxKind.EqualsToken:
      if (!onLeft && syntax.isPropertyAccessExpression(binary.left))
        return { kind: 'stored', value, target: binary.left };
      return syntax.isIdentifier(binary.left) && syntax.isExpressionStatement(binary.parent)
        ? { kind: 'assigned', value, binding: binary.left, isHandled: climb.handled }
        : { kind: 'passed' };
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.EqualsEqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsToken:
    case SyntaxKind.ExclamationEqualsEqualsToken:
      return { kind: 'tested', value };
    case SyntaxKind.PlusToken:
      return { kind: 'serialized', value };
    case SyntaxKind.PlusEqualsToken:
      return onLeft ? { kind: 'passed' } : { kind: 'serialized', value };
    default:
      return { kind: 'passed' };
  }
}

function dropped({ handled, value }: Climb): Use {
  return { kind: handled ? 'handled' : 'floating', value };
}

/** Whether an argument of `then` or `catch` sees to a rejection: it is there, is neither `undefined` nor `null`, and does not throw again. */
function isHandler(argument: ts.Expression | undefined, syntax: Syntax): boolean {
  if (!argument || (syntax.isFunctionLike(argument) && mayThrow(argument, syntax))) return false;
  const isUndefined = syntax.isIdentifier(argument) && argument.text === 'undefined';
  return !isUndefined && argument.kind !== syntax.SyntaxKind.NullKeyword;
}

/** Methods of `Promise` that wait for all promises, or the first, of what they are given. */
const combinators: ReadonlySet<string> = new Set(['all', 'allSettled', 'any', 'race']);

/** Those, and the one that takes a promise as it is. */
const adopting: ReadonlySet<string> = new Set([...combinators, 'resolve']);

/** Whether a template's substitution goes to a tag function. */
function isTagged(span: ts.Node, syntax: Syntax): boolean {
  return span.parent.parent.kind === syntax.SyntaxKind.TaggedTemplateExpression;
}
