import type ts from 'typescript';
import { awaitEdits } from './await-edits.js';
import type { Edit } from '../finding.js';
import type { Unit } from '../unit.js';

/**
 * The edits that make a `for...of` loop of an array method in a statement of its own, with an `await` before `awaited` where
 * the callback itself has none. Undefined where the loop would not do what the callback does: where that is more than a
 * plain arrow function, or a comment would be lost.
 *
 * @example `items.forEach(async item => { await save(item); });` // `for (const item of items) { await save(item); }`
 */
export function loopEdits(call: ts.Expression, awaited: ts.Expression | undefined, unit: Unit): readonly Edit[] | undefined {
  const loop = readLoop(call, unit);
  if (!loop) return undefined;
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

interface Loop {
  readonly statement: ts.Statement;
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

function readLoop(call: ts.Expression, { sourceFile, syntax }: Unit): Loop | undefined {
  const statement = syntax.isAwaitExpression(call.parent) ? call.parent.parent : call.parent;
  if (!syntax.isCallExpression(call) || !syntax.isExpressionStatement(statement) || call.arguments.length !== 1) return undefined;
  const { expression: method } = call;
  const [callback] = call.arguments;
  if (!syntax.isPropertyAccessExpression(method) || !callback || !syntax.isArrowFunction(callback)) return undefined;
  const { body, parameters } = callback;
  const isPlain = parameters.every(({ dotDotDotToken, initializer }) => !dotDotDotToken && !initializer);
  const isShadowed = parameters.some(({ name }) => new RegExp(`\\b${name.getText(sourceFile)}\\b`).test(method.expression.getText(sourceFile)));
  const returns = syntax.isBlock(body) ? findReturns(body) : [];
  if (!isPlain || isShadowed || parameters.length < 1 || parameters.length > 2 || !returns) return undefined;
  return {
    statement,
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

function headOf({ isOptional, items, names }: Loop, { sourceFile }: Unit): string {
  const [item, index] = names.map(name => name.getText(sourceFile));
  const source = items.getText(sourceFile);
  const all = isOptional ? `${source} ?? []` : source;
  if (index === undefined) return `${item ?? ''} of ${all}`;
  return `[${index}, ${item ?? ''}] of ${isOptional ? `(${all})` : all}.entries()`;
}
