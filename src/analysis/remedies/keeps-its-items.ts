import type ts from 'typescript';
import { isWithin } from '../syntax/ancestors.js';
import { contains } from '../syntax/contains.js';
import { isSamePlace } from '../syntax/is-same-place.js';
import type { Unit } from '../unit.js';
import { unwrap } from '../syntax/unwrap.js';

/** A `forEach` or the like, as far as a loop in its place may come by other items. */
export interface Walk {
  /** What is walked. */
  readonly items: ts.Expression;
  readonly body: ts.ConciseBody;
  /** The callback's parameter for the place of an item, if it has one. */
  readonly index: ts.BindingName | undefined;
}

/** Methods that change how many items there are. */
const resizing: ReadonlySet<string> = new Set(['add', 'clear', 'delete', 'pop', 'push', 'set', 'shift', 'splice', 'unshift']);

/**
 * Whether a `for...of` loop comes by the items that `forEach` gives its callback: their number does not change meanwhile, which
 * `forEach` asks for before it begins, and there are no holes, which it passes over. A change is looked for in the body and in
 * the functions that it calls; an array may have holes where its file fills it by index, deletes from it, or makes it by its length.
 */
export function keepsItsItems(walk: Walk, unit: Unit): boolean {
  return !isResizedIn(walk, unit) && !mayHaveHoles(walk, unit);
}

function isResizedIn({ body, items }: Walk, unit: Unit): boolean {
  const { facts, syntax } = unit;
  return contains(body, node => resizes(node) || (syntax.isCallExpression(node) && facts.functionsOf(node).some(fn => contains(fn.body, resizes, syntax))), syntax);

  function resizes(node: ts.Node): boolean {
    if (syntax.isPropertyAccessExpression(node)) return node.name.text === 'length' && isWritten(node, unit) && isSamePlace(node.expression, items, unit);
    if (!syntax.isCallExpression(node)) return false;
    const { expression } = node;
    return syntax.isPropertyAccessExpression(expression) && resizing.has(expression.name.text) && isSamePlace(expression.expression, items, unit);
  }
}

function mayHaveHoles({ body, index, items }: Walk, unit: Unit): boolean {
  const { sourceFile, syntax } = unit;
  return isMadeWithHoles(items, unit) || contains(sourceFile, makesHole, syntax);

  function makesHole(node: ts.Node): boolean {
    if (!syntax.isElementAccessExpression(node)) return false;
    const { argumentExpression: key, parent } = node;
    const isOwnPlace = index !== undefined && syntax.isIdentifier(key) && key.text === index.getText() && isWithin(node, body);
    return (parent.kind === syntax.SyntaxKind.DeleteExpression || (isWritten(node, unit) && !isOwnPlace)) && isSamePlace(node.expression, items, unit);
  }
}

/** `new Array(3)`, `[first, , third]`, and what is declared as such. */
function isMadeWithHoles(expression: ts.Expression, unit: Unit): boolean {
  const { facts, syntax } = unit;
  const made = unwrap(expression, syntax);
  if (syntax.isArrayLiteralExpression(made)) return made.elements.some(({ kind }) => kind === syntax.SyntaxKind.OmittedExpression);
  if (syntax.isNewExpression(made) || syntax.isCallExpression(made)) return syntax.isIdentifier(made.expression) && made.expression.text === 'Array' && made.arguments?.length === 1;
  const name = syntax.isPropertyAccessExpression(made) ? made.name : made;
  if (!syntax.isIdentifier(name)) return false;
  return facts.declarationsOf(name).some(declared => {
    const initializer = syntax.isVariableDeclaration(declared) || syntax.isPropertyDeclaration(declared) ? declared.initializer : undefined;
    return initializer !== undefined && !syntax.isIdentifier(initializer) && isMadeWithHoles(initializer, unit);
  });
}

/** Whether an expression is the target of an assignment, or of `++` and `--`. */
function isWritten(target: ts.Expression, { syntax }: Unit): boolean {
  const { FirstAssignment, LastAssignment, MinusMinusToken, PlusPlusToken, PostfixUnaryExpression } = syntax.SyntaxKind;
  const { parent } = target;
  if (syntax.isBinaryExpression(parent)) return parent.left === target && parent.operatorToken.kind >= FirstAssignment && parent.operatorToken.kind <= LastAssignment;
  return parent.kind === PostfixUnaryExpression || (syntax.isPrefixUnaryExpression(parent) && [MinusMinusToken, PlusPlusToken].some(kind => kind === parent.operator));
}
