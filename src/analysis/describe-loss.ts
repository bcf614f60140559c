import type { Finding, Origin } from './finding.js';
import { kinds, type Kind, type MessageData } from './kinds.js';
import { anonymousFunction } from './name-function.js';
import type { TransactionMembership } from './find-transaction.js';

/** What is known of a lost call, as far as its message is concerned. */
export interface Loss extends Pick<Finding, 'call' | 'function' | 'kind' | 'origin'> {
  readonly transaction: TransactionMembership;
  /** The variable that keeps the promise, or an empty string. */
  readonly binding: string;
}

/** Fills a message's placeholders with what is lost: the write that never runs, the commit it misses, or its outcome. */
export function describeLoss(loss: Loss): MessageData {
  return {
    call: loss.call,
    path: pathOf(loss.origin),
    laziness: loss.origin.execution === 'lazy' ? 'is lazy and ' : '',
    consequence: consequenceOf(loss),
    binding: loss.binding,
    instead: '',
  };
}

/** How many functions of a path a message shows; reports have all of them. */
const longestPath = 4;

/** The way from the call to the persistence call; nothing where it is that call itself. */
export function pathOf({ method, receiver, via }: Origin): string {
  if (via.length === 0) return '';
  const names = [...via, receiver === undefined ? method : `${receiver}.${method}`];
  const shown = names.length > longestPath ? [...names.slice(0, longestPath - 2), '…', ...names.slice(-1)] : names;
  return ` (${shown.join(' -> ')})`;
}

function consequenceOf({ function: fn, kind, origin, transaction }: Loss): string {
  const what = nounOf(origin);
  if (origin.execution === 'lazy') return `the ${what} never runs`;
  if (transaction === 'inside') return 'the transaction can commit without it';
  const who = fn === anonymousFunction ? 'the function around it' : `\`${fn}\``;
  const early = `${who} returns before the ${what} completes`;
  return isDetached(kind) ? early : `${early}, and its failure goes unhandled`;
}

/** Whether a call is detached on purpose, so that its failure may well be seen to. */
function isDetached(kind: Kind): boolean {
  return kinds[kind].rule === 'no-fire-and-forget';
}

function nounOf({ operation }: Origin): string {
  switch (operation) {
    case 'write':
    case 'read':
    case 'transaction':
      return operation;
    case 'connection':
      return 'connection call';
    case 'unknown':
      return 'call';
  }
}
