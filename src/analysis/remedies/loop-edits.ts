import type ts from 'typescript';
import { awaitEdits } from './await-edits.js';
import type { Edit } from '../finding.js';
import { keepsItsItems } from './keeps-its-items.js';
import type { Unit } from '../unit.js';

/**
 * The edits that make a `for...of` loop of a method of an array, a set or a map in a statement of its own, with an `await` before
 * `awaited` where the callback itself has none. Undefined where the loop would not do what the callback does: where that is more
 * than a plain arrow function, where it may come by other items, or a comment would be lost.
 *
 * @example `items.forEach(async item => { await save(item); });` // `for (const item of items) { await save(item); }`
 */
export function loopEdits(call: ts.Expression, awaited: ts.Expression | undefined, unit: Unit): readonly Edit[] | undefined {
  const loop = readLoop(call, unit);
  if (!loop || !keepsItsItems({ items: loop.items, body: loop.body, index: loop.names[1] }, unit)) return undefined;
  const { sourceFile } = unit;
  const { body, end, returns } = loop;
  const start = loop.statement.getStart(sourceFile);
  const bodyStart = body.getStart(sourceFile);
  const head = `for (const ${headOf(loop, unit)}) `;
  const dropped = sourceFile.text.slice(start, bodyStart) + sourceFile.text.slice(body.end, end);
  if (/\/[/*]/.test(dropped)) return undefined;
  return [
    { start, end: bodyStart, text: head },
    ...(awaited ? awaitEdits(awaited, unit) : []),
    ...returns.map(statement => ({ start: statement.getStart(sourceFile), end: statement.getStart(sourceFile) + 'return'.length, text: 'continue' })),
    { start: body.end, end, text: '' },
  ].toSorted((a, b) => a.start - b.start);
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

function readLoop(call: ts.Expression, unit: Unit): Loop | undefined {
  const { sourceFile, syntax } = unit;
  const statement = syntax.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  if (!syntax.isCallExpression(call) || !syntax.isExpressionStatement(statement) || call.arguments.length !== 1) return undefined;
  const { expression: method } = call;
  const [callback] = call.arguments;
  if (!syntax.isPropertyAccessExpression(method) || !callback || !syntax.isArrowFunction(callback)) return undefined;
  const { body, parameters } = callback;
  const isPlain = parameters.every(({ dotDotDotToken, initializer }) => !dotDotDotToken && !initializer);
  const isShadowed = parameters.some(({ name }) => new RegExp(`\\b${name.getText(sourceFile)}\\b`).test(method.expression.getText(sourceFile)));
  const returns = syntax.isBlock(body) ? findReturns(body) : [];
  const collection = collectionOf(call, unit);
  if (!isPlain || isShadowed || parameters.length < 1 || parameters.length > 2 || !returns || !collection) return undefined;
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
    return holdsOther(block, false) ? undefined : found;

    function holdsOther(node: ts.Node, isInLoop: boolean): boolean {
      if (syntax.isFunctionLike(node)) return false;
      if (syntax.isReturnStatement(node)) {
        found.push(node);
        return isInLoop || node.expression !== undefined;
      }
      const isLoop = isInLoop || syntax.isIterationStatement(node, false);
      return syntax.forEachChild(node, child => holdsOther(child, isLoop) || undefined) === true;
    }
  }
}

/** What the method belongs to; undefined for anything else, which may be no iterable. */
function collectionOf(call: ts.CallExpression, { facts }: Unit): Collection | undefined {
  const callee = facts.calleeOf(call);
  const owners = callee.kind === 'declared' ? callee.declarations.map(({ owner = '', place }) => (place.from === 'lib' ? owner.replace(/^Readonly/, '') : '')) : [];
  return (['Array', 'Map', 'Set'] as const).find(collection => owners.length > 0 && owners.every(owner => owner === collection));
}

function headOf({ collection, isOptional, items, names }: Loop, { sourceFile }: Unit): string {
  const [item, index] = names.map(name => name.getText(sourceFile));
  const source = items.getText(sourceFile);
  const all = isOptional ? `${source} ?? []` : source;
  if (index === undefined && collection === 'Map') return `${item ?? ''} of ${isOptional ? `${source}?.values() ?? []` : `${source}.values()`}`;
  if (index === undefined) return `${item ?? ''} of ${all}`;
  return `[${index}, ${item ?? ''}] of ${isOptional ? `(${all})` : all}.entries()`;
}
