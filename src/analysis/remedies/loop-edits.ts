import type ts from 'typescript';
import { awaitEdits } from './await-edits.js';
import type { Edit } from '../finding.js';
import { isWithin } from '../../syntax/ancestors.js';
import { containsOwn } from '../../syntax/contains-own.js';
import { findIdentifiersIn } from '../names/find-references.js';
import type { Syntax } from '../../syntax/syntax.js';
import { walk } from '../../syntax/walk.js';
import { keepsItsItems } from './keeps-its-items.js';
import type { FileUnit } from '../unit.js';

/**
 * The edits that make a `for...of` loop of a method of an array, a set or a map in a statement of its own, with an `await` before
 * `awaited` where the callback itself has none. Undefined where the loop would not do what the callback does: where that is more
 * than a plain arrow function, where it may come by other items, or a comment would be lost.
 *
 * @example `items.forEach(async item => { await save(item); });` // `for (const item of items) { await save(item); }`
 */
export function loopEdits(
  call: ts.Expression,
  awaited: ts.Expression | undefined,
  unit: FileUnit,
): readonly Edit[] | undefined {
  const loop = readLoop(call, unit);
  if (!loop || !keepsItsItems({ items: loop.items, body: loop.body, index: loop.names[1] }, unit)) return undefined;
  const { sourceFile } = unit;
  const { body, end, returns } = loop;
  const start = loop.statement.getStart(sourceFile);
  const bodyStart = body.getStart(sourceFile);
  const head = `for (const ${headOf(loop, unit)}) `;
  if (losesComment(loop, unit)) return undefined;
  return [
    { start, end: bodyStart, text: head },
    ...(awaited ? awaitEdits(awaited, unit) : []),
    ...returns.map(statement => ({
      start: statement.getStart(sourceFile),
      end: statement.getStart(sourceFile) + 'return'.length,
      text: 'continue',
    })),
    { start: body.end, end, text: '' },
  ].toSorted((a, b) => a.start - b.start);
}

/** Whether a comment stands in what the loop leaves out: all but the items, the names and the body. */
function losesComment({ body, end, items, names, statement }: Loop, { sourceFile }: FileUnit): boolean {
  const kept = [items, ...names, body];
  const left = kept.map((node, index) =>
    sourceFile.text.slice(kept[index - 1]?.end ?? statement.getStart(sourceFile), node.getStart(sourceFile)),
  );
  return [...left, sourceFile.text.slice(body.end, end)].some(text => /\/[/*]/.test(text));
}

/** What can be walked: its `forEach` gives the item first, then its place or key. */
type Collection = 'Array' | 'Map' | 'Set';

interface Loop {
  readonly statement: ts.Statement;
  readonly collection: Collection;
  readonly items: ts.Expression;
  /** Whether there may be no items: the method is called by `?.`. */
  readonly isOptional: boolean;
  readonly names: readonly ts.BindingName[];
  readonly body: ts.ConciseBody;
  /** Where the loop's text ends: behind the call, or behind the statement where the body is a block. */
  readonly end: number;
  /** Those of the callback, each without a value. */
  readonly returns: readonly ts.ReturnStatement[];
}

function readLoop(call: ts.Expression, unit: FileUnit): Loop | undefined {
  const { syntax } = unit;
  const statement = syntax.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  if (!syntax.isCallExpression(call) || !syntax.isExpressionStatement(statement) || call.arguments.length !== 1)
    return undefined;
  const { expression: method } = call;
  const [callback] = call.arguments;
  if (!syntax.isPropertyAccessExpression(method) || !callback || !syntax.isArrowFunction(callback)) return undefined;
  const { body, parameters } = callback;
  const isPlain = parameters.every(({ dotDotDotToken, initializer }) => !dotDotDotToken && !initializer);
  const returns = syntax.isBlock(body) ? findReturns(body) : [];
  const collection = collectionOf(call, unit);
  if (
    !isPlain ||
    isShadowed(method.expression, parameters, unit) ||
    parameters.length < 1 ||
    parameters.length > 2 ||
    !returns ||
    !collection
  )
    return undefined;
  return {
    statement,
    collection,
    items: method.expression,
    isOptional: (call.flags & syntax.NodeFlags.OptionalChain) !== 0,
    names: parameters.map(({ name }) => name),
    body,
    end: syntax.isBlock(body) ? statement.end : call.end,
    returns,
  };

  /** Undefined where one gives a value, or stands in a loop of its own, where `continue` would mean that one. */
  function findReturns(block: ts.Block): readonly ts.ReturnStatement[] | undefined {
    const found: ts.ReturnStatement[] = [];
    const holdsOther = containsOwn(
      block,
      node => {
        if (!syntax.isReturnStatement(node)) return false;
        found.push(node);
        return node.expression !== undefined || isInLoop(node, block);
      },
      syntax,
    );
    return holdsOther ? undefined : found;
  }

  function isInLoop(node: ts.Node, block: ts.Block): boolean {
    for (let at = node; at !== block; at = at.parent) if (syntax.isIterationStatement(at, false)) return true;
    return false;
  }
}

/** Whether an expression uses a variable that is called like one of a callback's parameters: in the head of a loop, it would mean that one. */
function isShadowed(items: ts.Expression, parameters: readonly ts.ParameterDeclaration[], unit: FileUnit): boolean {
  const { facts, syntax } = unit;
  const names = parameters.flatMap(({ name }) => namesIn(name, syntax));
  return names
    .flatMap(name => findIdentifiersIn(items, name, unit))
    .some(identifier => !facts.declarationsOf(identifier).some(declaration => isWithin(declaration, items)));
}

/** The variables that a name or a pattern declares. */
function namesIn(name: ts.BindingName, syntax: Syntax): readonly string[] {
  if (syntax.isIdentifier(name)) return [name.text];
  const names: string[] = [];
  walk(name, syntax, node => {
    if (syntax.isBindingElement(node) && syntax.isIdentifier(node.name)) names.push(node.name.text);
    return 'into';
  });
  return names;
}

/** What the method belongs to; undefined for anything else, which may be no iterable. */
function collectionOf(call: ts.CallExpression, { facts }: FileUnit): Collection | undefined {
  const callee = facts.calleeOf(call);
  const owners =
    callee.kind === 'declared'
      ? callee.declarations.map(({ owner = '', place }) => (place.from === 'lib' ? owner.replace(/^Readonly/, '') : ''))
      : [];
  return (['Array', 'Map', 'Set'] as const).find(
    collection => owners.length > 0 && owners.every(owner => owner === collection),
  );
}

function headOf({ collection, isOptional, items, names }: Loop, { sourceFile }: FileUnit): string {
  const [item, index] = names.map(name => name.getText(sourceFile));
  const source = items.getText(sourceFile);
  const all = isOptional ? `${source} ?? []` : source;
  if (index === undefined && collection === 'Map')
    return `${item ?? ''} of ${isOptional ? `${source}?.values() ?? []` : `${source}.values()`}`;
  if (index === undefined) return `${item ?? ''} of ${all}`;
  return `[${index}, ${item ?? ''}] of ${isOptional ? `(${all})` : all}.entries()`;
}
