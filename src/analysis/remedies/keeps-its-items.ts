import type ts from 'typescript';
import { isAssigned } from '../../syntax/is-assigned.js';
import { groupBy } from '../../group-by.js';
import { isWithin } from '../../syntax/ancestors.js';
import { contains } from '../../syntax/contains.js';
import { isSameReference } from '../names/is-same-reference.js';
import { lastWord } from '../../syntax/name-of-call.js';
import { perUnit } from '../per-unit.js';
import type { FileUnit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';
import { walk } from '../../syntax/walk.js';
import { withoutCircles } from '../without-circles.js';

/** A `forEach` or the like, as far as a loop in its place may come by other items. */
export interface WalkedItems {
  /** What is walked. */
  readonly items: ts.Expression;
  readonly body: ts.ConciseBody;
  /** The callback's parameter for the place of an item, if it has one. */
  readonly index: ts.BindingName | undefined;
}

/** Methods that change how many items there are. */
const resizing: ReadonlySet<string> = new Set([
  'add',
  'clear',
  'delete',
  'pop',
  'push',
  'set',
  'shift',
  'splice',
  'unshift',
]);

/**
 * Whether a `for...of` loop comes by the items that `forEach` gives its callback: their number does not change meanwhile, which
 * `forEach` asks for before it begins, and there are no holes, which it passes over. A change is looked for in the body and in
 * the functions that it calls; an array may have holes where its file fills it by index, deletes from it, or makes it by its length.
 */
export function keepsItsItems(walked: WalkedItems, unit: FileUnit): boolean {
  return !isResizedIn(walked, unit) && !mayHaveHoles(walked, unit);
}

function isResizedIn({ body, items }: WalkedItems, unit: FileUnit): boolean {
  const { facts, syntax } = unit;
  return contains(
    body,
    node =>
      resizes(node) ||
      (syntax.isCallExpression(node) && facts.functionsOf(node).some(fn => contains(fn.body, resizes, syntax))),
    syntax,
  );

  function resizes(node: ts.Node): boolean {
    if (syntax.isPropertyAccessExpression(node))
      return node.name.text === 'length' && isAssigned(node, syntax) && isSameReference(node.expression, items, unit);
    if (!syntax.isCallExpression(node)) return false;
    const { expression } = node;
    return (
      syntax.isPropertyAccessExpression(expression) &&
      resizing.has(expression.name.text) &&
      isSameReference(expression.expression, items, unit)
    );
  }
}

function mayHaveHoles({ body, index, items }: WalkedItems, unit: FileUnit): boolean {
  const { facts, sourceFile, syntax } = unit;
  return (
    isMadeWithHoles(items, unit) ||
    (changesByIndex(sourceFile, unit).get(lastWord(items, syntax)) ?? []).some(makesHole)
  );

  function makesHole(change: ts.ElementAccessExpression): boolean {
    const { argumentExpression: key, expression, parent } = change;
    const isOwnPlace =
      index !== undefined &&
      syntax.isIdentifier(key) &&
      facts.declarationsOf(key).some(({ name }: Partial<ts.NamedDeclaration>) => name === index) &&
      isWithin(change, body);
    return (
      (parent.kind === syntax.SyntaxKind.DeleteExpression || !isOwnPlace) && isSameReference(expression, items, unit)
    );
  }
}

/** What a file fills or deletes by index, by the name of the array. */
const changesByIndex = perUnit(
  (sourceFile: ts.SourceFile, { syntax }): ReadonlyMap<string | undefined, readonly ts.ElementAccessExpression[]> => {
    const found: ts.ElementAccessExpression[] = [];
    walk(sourceFile, syntax, node => {
      if (
        syntax.isElementAccessExpression(node) &&
        (node.parent.kind === syntax.SyntaxKind.DeleteExpression || isAssigned(node, syntax))
      )
        found.push(node);
      return 'into';
    });
    return groupBy(found, ({ expression }) => lastWord(expression, syntax));
  },
);

/** `new Array(3)`, `[first, , third]`, and what is declared as such. */
function isMadeWithHoles(expression: ts.Expression, unit: FileUnit): boolean {
  const { facts, syntax } = unit;
  const made = unwrap(expression, syntax);
  if (syntax.isArrayLiteralExpression(made))
    return made.elements.some(({ kind }) => kind === syntax.SyntaxKind.OmittedExpression);
  if (syntax.isNewExpression(made) || syntax.isCallExpression(made))
    return syntax.isIdentifier(made.expression) && made.expression.text === 'Array' && made.arguments?.length === 1;
  const name = syntax.isPropertyAccessExpression(made) ? made.name : made;
  if (!syntax.isIdentifier(name)) return false;
  return facts.declarationsOf(name).some(declared => {
    const initializer =
      syntax.isVariableDeclaration(declared) || syntax.isPropertyDeclaration(declared)
        ? declared.initializer
        : undefined;
    return (
      initializer !== undefined &&
      !syntax.isIdentifier(initializer) &&
      ofHoles(declared, () => isMadeWithHoles(initializer, unit))
    );
  });
}

const ofHoles = withoutCircles(false);
