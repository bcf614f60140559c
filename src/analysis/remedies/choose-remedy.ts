import type ts from 'typescript';
import { statementAround } from '../../syntax/ancestors.js';
import { awaitEdits, wrapEdits } from './await-edits.js';
import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import { classifyUse } from '../uses/classify-use.js';
import type { LostCollection } from '../uses/find-collection.js';
import { findBatch, type Batch } from './find-batch.js';
import { findReadBefore } from './find-read-before.js';
import { findLocalBinding, findReads } from '../names/find-references.js';
import { findSkipped, type Skipped } from '../uses/find-skipped.js';
import type { Edit, Remedy } from '../finding.js';
import { besideConnection } from '../guards/beside-connection.js';
import { closesOwnCaller } from '../guards/closes-own-caller.js';
import { notBeside } from '../guards/beside-others.js';
import type { Guard, LostCall } from '../guards/guard.js';
import { findGuard, reasonOf } from '../guards/guards.js';
import { kinds } from '../kinds/kinds.js';
import { loopEdits } from './loop-edits.js';
import type { Suspect } from '../uses/suspect.js';
import { lineEndOf } from './line-end-of.js';
import type { Syntax } from '../../syntax/syntax.js';
import { isFill } from '../uses/fill-of.js';
import { isReadAsValue } from '../uses/is-read-as-value.js';
import { perUnit } from '../per-unit.js';
import type { FileUnit } from '../unit.js';
import type { Literal } from '../uses/use.js';

/** Chooses what mends a lost promise, and how far that can be trusted. */
export function chooseRemedy(lost: LostCall, unit: FileUnit): Remedy {
  if (closesOwnCaller.holds(lost, unit)) return heldBy(closesOwnCaller); // whatever the edit, it would wait
  const remedy = chooseByKind(lost, unit);
  return lost.isOnPurpose && remedy.type !== 'manual'
    ? { type: 'suggestion', change: remedy.change, reason: 'it was left unawaited intentionally' }
    : remedy;
}

function chooseByKind(lost: LostCall, unit: FileUnit): Remedy {
  const { surroundings, value } = lost;
  if (surroundings.kind === 'noAwait')
    return manual(`${surroundings.place} cannot \`await\`: move the call to an async function`);
  if (surroundings.kind === 'sync') return chooseInSync({ ...lost, surroundings }, unit);
  switch (kinds[lost.kind].remedy) {
    case 'await':
      return chooseAwait(lost, unit);
    case 'awaitCollection':
      return chooseForCollection(lost, unit);
    case 'awaitInsteadOfVoid':
      return suggest('Await the call instead of dropping it', replaceVoid(value, unit), 'it was dropped intentionally');
    case 'awaitMapped':
      return chooseForMapped(lost, unit);
    case 'awaitReturned':
      return suggest(
        'Await the call before it is returned',
        awaitEdits(value, unit),
        changedBy(findSkipped(value, unit)),
      );
    case 'detached':
      return manual('timers and event emitters do not await their callbacks');
    case 'loop':
      return chooseForIgnored(lost, unit);
    case 'unblock':
      return manual('no promise is lost here'); // which `choose-unblock` mends
  }
}

/** What happens differently when a promise no longer leaves a `try` or a `using` behind. */
function changedBy(skipped: ReadonlySet<Skipped>): string {
  if (skipped.has('catch')) return 'a failure would reach the `catch` that it skips now';
  return skipped.has('finally')
    ? '`finally` would run later than it does now'
    : 'the `using` resource would be disposed of later than it is now';
}

/** In a callback that is not async, only a loop in its place can wait. */
function chooseInSync(
  lost: LostCall & { readonly surroundings: { readonly fn: ts.SignatureDeclaration } },
  unit: FileUnit,
): Remedy {
  const {
    surroundings: { fn },
    value,
  } = lost;
  const { parent: call } = fn;
  const isInLoop =
    unit.syntax.isCallExpression(call) &&
    isForEach(call, unit.syntax) &&
    classifySurroundings(call, unit.syntax).kind === 'async';
  const edits = isInLoop ? loopEdits(call, value, unit) : undefined;
  if (edits) return suggest('Await each in a for...of loop', edits, oneByOne);
  const inAsync = { ...lost, surroundings: { kind: 'async', fn } } as const;
  const whenAsync =
    kinds[lost.kind].isLossAnywhere === true
      ? chooseByKind(inAsync, unit)
      : chooseAwait({ ...inAsync, kind: lost.binding ? 'neverAwaited' : 'floating' }, unit);
  return { type: 'manual', reason: 'the function around it is not async', whenAsync };
}

function chooseForIgnored({ arrayMethod, call, value }: Suspect, unit: FileUnit): Remedy {
  if (!arrayMethod) return manual('the function that calls it must await it first');
  const reason = 'replacing the array method with a loop would change what its callback means';
  if (!isForEach(value, unit.syntax)) return manual(reason);
  const edits = loopEdits(value, returnedIn(call, unit), unit);
  return edits ? suggest('Await each in a for...of loop', edits, oneByOne) : manual(reason);
}

/** What a callback gives back for its call; undefined where it awaits the call itself. */
function returnedIn(call: ts.Expression, { syntax }: FileUnit): ts.Expression | undefined {
  const use = classifyUse(call, syntax);
  return use.kind === 'returned' ? use.value : undefined;
}

const oneByOne = 'the calls would run one after another, and one failure would skip the rest';

function isForEach(call: ts.Expression, syntax: Syntax): boolean {
  return (
    syntax.isCallExpression(call) &&
    syntax.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'forEach'
  );
}

function chooseAwait(lost: LostCall, unit: FileUnit): Remedy {
  const guard = findGuard(lost, unit);
  if (guard?.effect === 'manual') return heldBy(guard);
  const chain = findChainedRead(lost, unit);
  if (chain) return chooseForChain(chain, unit);
  const misfit = findMisfit(lost, unit);
  if (misfit !== undefined) return manual(misfit);
  const change = { title: 'Await the call', edits: awaitEdits(lost.value, unit), imports: [] };
  return guard
    ? { type: 'suggestion', change, reason: reasonOf(guard, lost), guard: guard.id }
    : { type: 'fix', change };
}

function heldBy({ id, says }: Guard): Remedy {
  return { type: 'manual', reason: says, guard: id };
}

/** Why the variable that keeps the promise cannot keep the result; undefined where it can. */
function findMisfit({ binding, kind, value }: Suspect, unit: FileUnit): string | undefined {
  const before = findReadBefore(value, unit);
  if (before && !before.isConditional)
    return `\`${before.target.getText(unit.sourceFile)}\` is read before the \`await\`, so a concurrent update would be overwritten`;
  if (binding && kind === 'neverAwaited' && !findReads(binding, unit).every(read => isReadAsValue(read, unit)))
    return 'the variable is assigned another promise later';
  const type = binding?.declaration.type;
  return type && !unit.facts.isAwaitedAssignableTo(value, type)
    ? `the variable is declared as \`${type.getText(unit.sourceFile)}\`, which the awaited result does not fit`
    : undefined;
}

/** A chain of promises that begins with the one that a variable keeps, and that nobody waits for. */
interface ChainedRead {
  readonly value: ts.Expression;
  readonly isHandled: boolean;
}

/** `saved.catch(log);` or `const done = saved.then(log);` for a promise that a variable keeps. */
function findChainedRead({ binding }: Suspect, unit: FileUnit): ChainedRead | undefined {
  for (const read of binding ? findReads(binding, unit) : []) {
    const use = classifyUse(read, unit.syntax);
    if (use.kind === 'assigned' && findLocalBinding(use.binding, unit)?.declaration === binding?.declaration) continue; // `chain = chain.then(next)`
    const isLost = use.kind === 'assigned' || use.kind === 'floating' || use.kind === 'handled';
    if (isLost && use.value !== read) return { value: use.value, isHandled: use.kind === 'handled' };
  }
  return undefined;
}

function chooseForChain({ isHandled, value }: ChainedRead, unit: FileUnit): Remedy {
  const edits = awaitEdits(value, unit);
  return isHandled
    ? suggest('Await the call where it is handled', edits, 'it was left unawaited intentionally')
    : suggest('Await the call where its result is used', edits, 'the chained callback would be awaited too');
}

function chooseForMapped(lost: LostCall, unit: FileUnit): Remedy {
  const { call, connection, origin, value: map } = lost;
  if (connection !== 'free') return chooseLoopOnConnection(lost, unit);
  const { parent } = map;
  if (unit.syntax.isArrayLiteralExpression(parent)) {
    const start = map.getStart(unit.sourceFile);
    return suggest(
      'Spread the promises',
      [{ start, end: start, text: '...' }],
      'the results of the other elements would change position',
    );
  }
  const together = chooseTogether(origin.execution === 'lazy' ? findBatch([call], unit) : undefined);
  return suggest(
    together.title,
    wrapEdits(map, unit.syntax.isAwaitExpression(parent) ? together.opening : `await ${together.opening}`, unit),
    together.reason,
  );
}

/** What waits for several calls at the same time: a batch of their library where they are its lazy queries, else `Promise.all`. */
function chooseTogether(batch: Batch | undefined): {
  readonly opening: string;
  readonly reason: string;
  readonly title: string;
} {
  return batch
    ? {
        opening: `${batch.client}.${batch.method}(`,
        reason: 'all calls would run in one transaction, and one failure would roll back all of them',
        title: `Await all of them with ${batch.method}`,
      }
    : {
        opening: 'Promise.all(',
        reason: 'all calls would run concurrently, and one failure would reject all of them',
        title: 'Await all of them with Promise.all',
      };
}

/** On a connection that is held, calls run one after the other. */
function chooseLoopOnConnection({ call, connection, value }: LostCall, unit: FileUnit): Remedy {
  const edits = loopEdits(value, returnedIn(call, unit), unit);
  return edits
    ? suggest('Await each in a for...of loop', edits, connection === 'beside' ? besideConnection.says : oneByOne)
    : manual(inOrder);
}

const inOrder = 'calls on one connection run one after another: await each in a `for...of` loop, or where it is made';

function chooseForCollection({ binding, collection, connection, value }: LostCall, unit: FileUnit): Remedy {
  if (connection !== 'free') return manual(inOrder);
  if (collection) return chooseForFilled(collection, unit);
  const use = classifyUse(value, unit.syntax);
  if (use.kind !== 'collected') return manual('the collection is not created where it is lost');
  if (binding && findReads(binding, unit).length > 0) return manual('the collection is read before it is awaited');
  if (!isElement(value, use.literal, unit.syntax)) return suggest('Await the call', awaitEdits(value, unit), notBeside);
  const { opening, reason, title } = chooseTogether(
    unit.syntax.isArrayLiteralExpression(use.literal) ? batchOfElements(use.literal, unit) : undefined,
  );
  return suggest(title, wrapEdits(use.literal, `await ${opening}`, unit), reason);
}

const batchOfElements = perUnit(({ elements }: ts.ArrayLiteralExpression, unit): Batch | undefined =>
  findBatch(elements, unit),
);

/** Whether a value is an element of an array itself, and not of a literal in it. */
function isElement(value: ts.Expression, array: Literal, syntax: Syntax): boolean {
  let at = value.parent;
  while (!syntax.isArrayLiteralExpression(at) && !syntax.isObjectLiteralExpression(at)) at = at.parent;
  return at === array && syntax.isArrayLiteralExpression(array);
}

/** Waits for a collection behind the last statement that fills it, among the statements where it is declared. */
function chooseForFilled({ binding, type }: LostCollection, unit: FileUnit): Remedy {
  const { sourceFile, syntax } = unit;
  const block = statementAround(binding.declaration, syntax).parent;
  let last: ts.Node | undefined = findReads(binding, unit).findLast(read => isFill(read, unit));
  while (last && last.parent !== block) last = last.parent;
  if (!last) return manual('the collection is filled elsewhere');
  const name = binding.declaration.name.getText(sourceFile);
  const start = last.getStart(sourceFile);
  const line = sourceFile.text.slice(sourceFile.text.lastIndexOf('\n', start - 1) + 1, start);
  const indent = line.slice(line.trimEnd().length);
  const lineEnd = lineEndOf(sourceFile, unit);
  const { opening, reason, title } = chooseTogether(
    type === 'Array' ? batchOfFills(binding.declaration, unit) : undefined,
  );
  const text = `${lineEnd}${indent}await ${opening}${type === 'Map' ? `${name}.values()` : name});`;
  return suggest(title, [{ start: last.end, end: last.end, text }], reason);
}

const batchOfFills = perUnit((declaration: ts.VariableDeclaration, unit): Batch | undefined => {
  const fills = findReads({ declaration }, unit).filter(read => isFill(read, unit));
  return findBatch(
    fills.flatMap(({ parent: { parent: call } }) => (unit.syntax.isCallExpression(call) ? call.arguments : [])),
    unit,
  );
});

function replaceVoid(value: ts.Expression, { sourceFile }: FileUnit): readonly Edit[] {
  const start = value.parent.getStart(sourceFile);
  return [{ start, end: start + 'void'.length, text: 'await' }];
}

function suggest(title: string, edits: readonly Edit[], reason: string): Remedy {
  return { type: 'suggestion', change: { title, edits, imports: [] }, reason };
}

function manual(reason: string): Remedy {
  return { type: 'manual', reason };
}
