import type ts from 'typescript';
import { awaitEdits, wrapEdits } from './await-edits.js';
import { findReferences } from './find-references.js';
import type { TransactionMembership } from './find-transaction.js';
import type { Edit, Remedy } from './finding.js';
import { hasEndlessLoop } from './has-endless-loop.js';
import type { Suspect } from './suspect.js';
import type { Syntax } from './syntax.js';
import type { Unit } from './unit.js';

/** Chooses what mends a lost promise, and how far that can be trusted. */
export function chooseRemedy(suspect: Suspect, transaction: TransactionMembership, unit: Unit): Remedy {
  const { surroundings, value } = suspect;
  if (surroundings.kind === 'noAwait') return manual(`${surroundings.place} cannot wait: move the call to an async function`);
  if (surroundings.kind === 'sync') return manual('the function around it is not async');
  switch (suspect.kind) {
    case 'callbackIgnored':
      return manual('a loop in place of the array method changes what `return` and `this` mean in its callback');
    case 'mapped':
      return chooseForMapped(value, transaction, unit);
    case 'voided':
      return suggest('Await the call instead of dropping it', replaceVoid(value, unit), 'it was dropped on purpose');
    case 'handledNotAwaited':
      return suggest('Await the call', awaitEdits(value, unit), 'it was left unawaited on purpose');
    case 'returnedFromTry':
      return suggest('Await the call before it is returned', awaitEdits(value, unit), 'a failure will land in the `catch` that it skips now');
    default:
      return chooseAwait(suspect, transaction, unit);
  }
}

function chooseAwait(suspect: Suspect, transaction: TransactionMembership, unit: Unit): Remedy {
  const { call, value } = suspect;
  if (unit.facts.bodiesOf(call).some(body => hasEndlessLoop(body, unit.syntax))) {
    return manual('the method loops without an end, so that waiting for it would hang');
  }
  const misfit = findMisfit(suspect, unit);
  if (misfit !== undefined) return manual(misfit);
  const doubt = findDoubt(suspect, transaction, unit);
  const change = { title: 'Await the call', edits: awaitEdits(value, unit) };
  return doubt === undefined ? { type: 'fix', change } : { type: 'suggestion', change, reason: doubt };
}

/** Why the variable that keeps the promise cannot keep the result; undefined where it can. */
function findMisfit({ binding, value }: Suspect, unit: Unit): string | undefined {
  const type = binding?.declaration.type;
  return type && !unit.facts.isAwaitedAssignableTo(value, type)
    ? `the variable is declared as \`${type.getText(unit.sourceFile)}\`, which the awaited result does not fit`
    : undefined;
}

/** Why awaiting wants a look; undefined where it cannot change what correct code does. */
function findDoubt({ binding, call, kind, value }: Suspect, transaction: TransactionMembership, unit: Unit): string | undefined {
  if (isRace(value, call)) return 'the calls race, and the loser may be meant to be left behind';
  if (transaction === 'outer') {
    return 'the call uses another connection than the transaction around it, and can wait for a lock that the transaction holds';
  }
  if (kind === 'tested' && isOperand(value, unit.syntax)) return 'the result takes the place of a promise in what follows';
  return binding && findReferences(binding, unit).length > (binding.declaration.initializer ? 0 : 1)
    ? 'the variable is assigned more than once, and its type changes with the first `await`'
    : undefined;
}

/** Whether a tested expression is the left side of `&&`, `||` or `??`, so that it may also be what the whole gives. */
function isOperand(value: ts.Expression, syntax: Syntax): boolean {
  const { SyntaxKind } = syntax;
  const { parent } = value;
  if (!syntax.isBinaryExpression(parent)) return false;
  const passing: readonly ts.SyntaxKind[] = [SyntaxKind.AmpersandAmpersandToken, SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken];
  return passing.includes(parent.operatorToken.kind);
}

/** Whether `value` is a `Promise.race` or `Promise.any` around the call. */
function isRace(value: ts.Expression, call: ts.CallExpression): boolean {
  return value !== call && /^Promise\s*\.\s*(?:race|any)\b/.test(value.getText());
}

function chooseForMapped(map: ts.Expression, transaction: TransactionMembership, unit: Unit): Remedy {
  if (transaction !== 'none') return manual('the calls of a transaction run one after the other: use a `for...of` loop');
  const { parent } = map;
  if (unit.syntax.isArrayLiteralExpression(parent)) {
    const start = map.getStart(unit.sourceFile);
    return suggest('Spread the promises', [{ start, end: start, text: '...' }], 'the results of the other elements change their place');
  }
  const edits = unit.syntax.isAwaitExpression(parent) ? wrapEdits(map, 'Promise.all(', unit) : wrapEdits(map, 'await Promise.all(', unit);
  return suggest('Await all of them with Promise.all', edits, 'all calls run at the same time, and one failure is the failure of all');
}

function replaceVoid(value: ts.Expression, { sourceFile }: Unit): readonly Edit[] {
  const start = value.parent.getStart(sourceFile);
  return [{ start, end: start + 'void'.length, text: 'await' }];
}

function suggest(title: string, edits: readonly Edit[], reason: string): Remedy {
  return { type: 'suggestion', change: { title, edits }, reason };
}

function manual(reason: string): Remedy {
  return { type: 'manual', reason };
}
