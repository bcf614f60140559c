import type ts from 'typescript';
import { isWithin, statementAround } from '../syntax/ancestors.js';
import { awaitEdits, wrapEdits } from './await-edits.js';
import { classifySurroundings } from '../syntax/classify-surroundings.js';
import { classifyUse } from '../uses/classify-use.js';
import type { LostCollection } from '../uses/find-collection.js';
import { expectsAnswer } from './expects-answer.js';
import { findReadBefore } from './find-read-before.js';
import { findReads, findReferences, type LocalBinding } from '../syntax/find-references.js';
import { findSkipped, type Skipped } from '../syntax/find-skipped.js';
import type { TransactionMembership } from '../uses/find-transaction.js';
import type { Edit, Remedy } from '../finding.js';
import { hasEndlessLoop } from '../origins/has-endless-loop.js';
import { isGivenElsewhere } from './is-given-elsewhere.js';
import { isRace } from './is-race.js';
import { loopEdits } from './loop-edits.js';
import type { Suspect } from '../uses/suspect.js';
import { lineEndOf } from '../syntax/line-end-of.js';
import type { Syntax } from '../syntax/syntax.js';
import { fateOfPromise, isFill } from '../uses/trace-binding.js';
import type { Unit } from '../unit.js';
import type { Literal } from '../uses/use.js';

/** What a remedy depends on beside the suspect itself. */
export interface Circumstances {
  readonly transaction: TransactionMembership;
  /** Whether a function that the call goes through may never be over. */
  readonly mayHang: boolean;
  /** Whether the call is detached in a way that looks meant: by `void`, behind a handler, as a comment says. */
  readonly isOnPurpose: boolean;
}

/** Chooses what mends a lost promise, and how far that can be trusted. */
export function chooseRemedy(suspect: Suspect, circumstances: Circumstances, unit: Unit): Remedy {
  const remedy = chooseByKind(suspect, circumstances, unit);
  return circumstances.isOnPurpose && remedy.type !== 'manual' ? { type: 'suggestion', change: remedy.change, reason: 'it was left unawaited on purpose' } : remedy;
}

function chooseByKind(suspect: Suspect, circumstances: Circumstances, unit: Unit): Remedy {
  const { transaction } = circumstances;
  const { surroundings, value } = suspect;
  if (surroundings.kind === 'noAwait') return manual(`${surroundings.place} cannot wait: move the call to an async function`);
  if (surroundings.kind === 'sync') return chooseInSync({ ...suspect, surroundings }, circumstances, unit);
  switch (suspect.kind) {
    case 'callbackIgnored':
      return chooseForIgnored(suspect, unit);
    case 'callbackDetached':
      return manual('nothing waits for a timer or an event emitter');
    case 'collectedNeverAwaited':
      return chooseForCollection(suspect, unit);
    case 'mapped':
      return chooseForMapped(suspect, transaction, unit);
    case 'voided':
    case 'voidedLazy':
      return suggest('Await the call instead of dropping it', replaceVoid(value, unit), 'it was dropped on purpose');
    case 'returnedFromTry':
      return suggest('Await the call before it is returned', awaitEdits(value, unit), changedBy(findSkipped(value, unit.syntax)));
    default:
      return chooseAwait(suspect, circumstances, unit);
  }
}

/** What happens differently when a promise no longer leaves a `try` or a `using` behind. */
function changedBy(skipped: ReadonlySet<Skipped>): string {
  if (skipped.has('catch')) return 'a failure will land in the `catch` that it skips now';
  return skipped.has('finally') ? '`finally` will run later than it does now' : 'what `using` holds will be disposed of later than it is now';
}

/** In a callback that is not async, only a loop in its place can wait. */
function chooseInSync(suspect: Suspect & { readonly surroundings: { readonly fn: ts.SignatureDeclaration } }, circumstances: Circumstances, unit: Unit): Remedy {
  const { surroundings: { fn }, value } = suspect;
  const { parent: call } = fn;
  const isInLoop = unit.syntax.isCallExpression(call) && isForEach(call, unit.syntax) && classifySurroundings(call, unit.syntax).kind === 'async';
  const edits = isInLoop ? loopEdits(call, value, unit) : undefined;
  if (edits) return suggest('Await each in a for...of loop', edits, oneByOne);
  const kind = suspect.binding ? 'neverAwaited' : 'floating';
  const whenAsync = chooseAwait({ ...suspect, kind, surroundings: { kind: 'async', fn } }, circumstances, unit);
  return { type: 'manual', reason: 'the function around it is not async', whenAsync };
}

function chooseForIgnored({ call, value }: Suspect, unit: Unit): Remedy {
  const reason = 'a loop in place of the array method changes what its callback means';
  if (!isForEach(value, unit.syntax)) return manual(reason);
  const edits = loopEdits(value, returnedIn(call, unit), unit);
  return edits ? suggest('Await each in a for...of loop', edits, oneByOne) : manual(reason);
}

/** What a callback gives back for its call; undefined where it awaits the call itself. */
function returnedIn(call: ts.Expression, { syntax }: Unit): ts.Expression | undefined {
  const use = classifyUse(call, syntax);
  return use.kind === 'returned' ? use.value : undefined;
}

const oneByOne = 'the calls run one after the other';

function isForEach(call: ts.Expression, syntax: Syntax): boolean {
  return syntax.isCallExpression(call) && syntax.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'forEach';
}

function chooseAwait(suspect: Suspect, { mayHang, transaction }: Circumstances, unit: Unit): Remedy {
  const { call, value } = suspect;
  if (mayHang || unit.facts.functionsOf(call).some(({ body }) => hasEndlessLoop(body, unit.syntax))) {
    return manual('the function may never be over, so that waiting for it could hang');
  }
  const chain = findChainedRead(suspect, unit);
  if (chain) return chooseForChain(chain, unit);
  const misfit = findMisfit(suspect, unit);
  if (misfit !== undefined) return manual(misfit);
  const doubt = findDoubt(suspect, transaction, unit);
  const change = { title: 'Await the call', edits: awaitEdits(value, unit), imports: [] };
  return doubt === undefined ? { type: 'fix', change } : { type: 'suggestion', change, reason: doubt };
}

/** Why the variable that keeps the promise cannot keep the result; undefined where it can. */
function findMisfit({ binding, kind, value }: Suspect, unit: Unit): string | undefined {
  const before = findReadBefore(value, unit);
  if (before && !before.isConditional) return `\`${before.target.getText(unit.sourceFile)}\` is read before the wait, and what changes it meanwhile is lost`;
  if (binding && kind === 'neverAwaited' && fateOfPromise(binding, unit) === 'handedOn') return 'the variable goes on to keep another promise';
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
function findChainedRead({ binding }: Suspect, unit: Unit): ChainedRead | undefined {
  for (const read of binding ? findReads(binding, unit) : []) {
    const use = classifyUse(read, unit.syntax);
    const isLost = use.kind === 'assigned' || use.kind === 'floating' || use.kind === 'handled';
    if (isLost && use.value !== read) return { value: use.value, isHandled: use.kind === 'handled' };
  }
  return undefined;
}

function chooseForChain({ isHandled, value }: ChainedRead, unit: Unit): Remedy {
  const edits = awaitEdits(value, unit);
  return isHandled
    ? suggest('Await the call where it is handled', edits, 'it was left unawaited on purpose')
    : suggest('Await the call where its result is used', edits, 'what is done with the result is waited for, too');
}

/** Why awaiting wants a look; undefined where it cannot change what correct code does. */
function findDoubt({ binding, call, kind, memberOf, value }: Suspect, transaction: TransactionMembership, unit: Unit): string | undefined {
  if (isRace(value, call, unit.syntax)) return 'the calls race, and the loser may be meant to be left behind';
  if (isAfterOther(value, call, unit.syntax)) return 'it comes after another promise, which may never be settled';
  if (transaction === 'outer') {
    return 'the call uses another connection than the transaction around it, and can wait for a lock that the transaction holds';
  }
  if (expectsAnswer(value, unit)) return 'what it is asked for may come before the function is ready for it';
  if (kind === 'floating' && unit.facts.functionsOf(call).length > 0 && isGivenElsewhere(call, unit)) {
    return 'elsewhere the function gives the result of the same call, and may only renew it here';
  }
  if (kind === 'tested' && isPassedOn(value, unit.syntax)) return 'the result takes the place of a promise in what follows';
  if (kind === 'awaitedOnSomePaths') return 'what comes after the call no longer runs beside it';
  if (memberOf && isReturned(value, unit.syntax)) return notBeside;
  return binding && findDoubtOfBinding(binding, unit);
}

function findDoubtOfBinding(binding: LocalBinding, unit: Unit): string | undefined {
  if (findReads(binding, unit).length > 0) return 'what reads the variable sees the result in place of the promise';
  return findReferences(binding, unit).length > (binding.declaration.initializer ? 0 : 1)
    ? 'the variable is assigned more than once, and its type changes with the first `await`'
    : undefined;
}

const notBeside = 'the calls around it no longer run beside it';

/** Whether the literal that a value is put into is returned. */
function isReturned(value: ts.Expression, syntax: Syntax): boolean {
  const use = classifyUse(value, syntax);
  return use.kind === 'collected' && classifyUse(use.literal, syntax).kind === 'returned';
}

/** Whether a tested expression is an operand of `&&`, `||` or `??`, and may also be what the whole gives. */
function isPassedOn(value: ts.Expression, syntax: Syntax): boolean {
  let at: ts.Node = value;
  while (syntax.isParenthesizedExpression(at.parent) || isLogical(at.parent, syntax)) at = at.parent;
  return isLogical(value.parent, syntax) && !isCondition(at, syntax);
}

function isLogical(node: ts.Node, syntax: Syntax): boolean {
  const { SyntaxKind } = syntax;
  const passing: readonly ts.SyntaxKind[] = [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken];
  return syntax.isBinaryExpression(node) && passing.includes(node.operatorToken.kind);
}

/** Whether all that matters of an expression is if it is true. */
function isCondition(node: ts.Node, syntax: Syntax): boolean {
  const { parent } = node;
  if (syntax.isPrefixUnaryExpression(parent)) return parent.operator === syntax.SyntaxKind.ExclamationToken;
  if (syntax.isIfStatement(parent) || syntax.isWhileStatement(parent) || syntax.isDoStatement(parent)) return parent.expression === node;
  return (syntax.isForStatement(parent) || syntax.isConditionalExpression(parent)) && parent.condition === node;
}

/** Whether a chain of promises begins with another than the call's: `opened.then(() => repo.save(x))`. */
function isAfterOther(value: ts.Expression, call: ts.Expression, syntax: Syntax): boolean {
  let root = value;
  while (syntax.isCallExpression(root) && syntax.isPropertyAccessExpression(root.expression) && /^(?:catch|finally|then)$/.test(root.expression.name.text)) {
    root = root.expression.expression;
  }
  return !isWithin(call, root) && !isWithin(root, call);
}

function chooseForMapped(suspect: Suspect, transaction: TransactionMembership, unit: Unit): Remedy {
  const { value: map } = suspect;
  if (transaction !== 'none') return chooseLoopInTransaction(suspect, unit);
  const { parent } = map;
  if (unit.syntax.isArrayLiteralExpression(parent)) {
    const start = map.getStart(unit.sourceFile);
    return suggest('Spread the promises', [{ start, end: start, text: '...' }], 'the results of the other elements change their place');
  }
  const edits = unit.syntax.isAwaitExpression(parent) ? wrapEdits(map, 'Promise.all(', unit) : wrapEdits(map, 'await Promise.all(', unit);
  return suggest('Await all of them with Promise.all', edits, atOnce);
}

const atOnce = 'all calls run at the same time, and one failure is the failure of all';

/** A transaction has one connection, on which calls run one after the other. */
function chooseLoopInTransaction({ call, value }: Suspect, unit: Unit): Remedy {
  const edits = loopEdits(value, returnedIn(call, unit), unit);
  return edits ? suggest('Await each in a for...of loop', edits, oneByOne) : manual('the calls of a transaction run one after the other: use a `for...of` loop');
}

function chooseForCollection({ binding, collection, value }: Suspect, unit: Unit): Remedy {
  if (collection) return chooseForFilled(collection, unit);
  const use = classifyUse(value, unit.syntax);
  if (use.kind !== 'collected') return manual('the collection is not made where it is lost');
  if (binding && findReads(binding, unit).length > 0) return manual('the collection is read before anything waits for it');
  if (!isElement(value, use.literal, unit.syntax)) return suggest('Await the call', awaitEdits(value, unit), notBeside);
  return suggest('Await all of them with Promise.all', wrapEdits(use.literal, 'await Promise.all(', unit), atOnce);
}

/** Whether a value is an element of an array itself, and not of a literal in it. */
function isElement(value: ts.Expression, array: Literal, syntax: Syntax): boolean {
  let at = value.parent;
  while (!syntax.isArrayLiteralExpression(at) && !syntax.isObjectLiteralExpression(at)) at = at.parent;
  return at === array && syntax.isArrayLiteralExpression(array);
}

/** Waits for a collection behind the last statement that fills it, among the statements where it is declared. */
function chooseForFilled({ binding, type }: LostCollection, unit: Unit): Remedy {
  const { sourceFile, syntax } = unit;
  const block = statementAround(binding.declaration, syntax).parent;
  let last: ts.Node | undefined = findReads(binding, unit).findLast(read => isFill(read, unit));
  while (last && last.parent !== block) last = last.parent;
  if (!last) return manual('the collection is filled elsewhere');
  const name = binding.declaration.name.getText(sourceFile);
  const start = last.getStart(sourceFile);
  const line = sourceFile.text.slice(sourceFile.text.lastIndexOf('\n', start - 1) + 1, start);
  const indent = line.slice(line.trimEnd().length);
  const lineEnd = lineEndOf(sourceFile, syntax);
  const text = `${lineEnd}${indent}await Promise.all(${type === 'Map' ? `${name}.values()` : name});`;
  return suggest('Await all of them with Promise.all', [{ start: last.end, end: last.end, text }], atOnce);
}

function replaceVoid(value: ts.Expression, { sourceFile }: Unit): readonly Edit[] {
  const start = value.parent.getStart(sourceFile);
  return [{ start, end: start + 'void'.length, text: 'await' }];
}

function suggest(title: string, edits: readonly Edit[], reason: string): Remedy {
  return { type: 'suggestion', change: { title, edits, imports: [] }, reason };
}

function manual(reason: string): Remedy {
  return { type: 'manual', reason };
}
