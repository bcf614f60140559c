import type { Finding, Origin } from './finding.js';
import type { MessageData } from './kinds/kind.js';
import type { Handled } from './summaries/function-summary.js';
import type { Skipped } from './uses/find-skipped.js';
import type { ConnectionUse } from './connections/classify-connection.js';
import type { Hearing } from './uses/suspect.js';

/** What is known of a lost call, as far as its message is concerned. */
export interface Loss extends Pick<Finding, 'call' | 'kind' | 'origin'> {
  readonly connection: ConnectionUse;
  /** The function that returns too early, as a message calls it. */
  readonly who: string;
  /** What a promise that is returned leaves behind. */
  readonly skipped: ReadonlySet<Skipped>;
  /** Whether something may hear of its failure: a handler, a `catch`, or whoever detached it on purpose. */
  readonly isHeard: boolean;
  /** What hears of a failure: at the call, by a handler, a `catch` or a callback; or in a function it goes through, of that one alone. */
  readonly heardBy: Exclude<Hearing, 'unheard'> | 'callback' | Handled | undefined;
  /** The variable that keeps the promise, or an empty string. */
  readonly binding: string;
  /** The call that ignores what its callback gives, in words. */
  readonly ignoring: string;
  /** Whether that is a method of arrays, or of what has the same. */
  readonly isOfArray: boolean;
}

/** Fills a message's placeholders with what is lost: the write that never runs, the commit it misses, or its outcome. */
export function describeLoss(loss: Loss): MessageData {
  return {
    call: loss.call,
    path: pathOf(loss.origin),
    laziness: loss.origin.execution === 'lazy' ? 'is lazy and ' : '',
    handling: handlingOf(loss),
    consequence: consequenceOf(loss),
    binding: loss.binding,
    ignoring: loss.ignoring,
    instead: insteadOf(loss),
  };
}

/** What to do for kinds of which several are lost together, or by what somebody else does. */
function insteadOf({ connection, isOfArray, kind }: Loss): string {
  if (kind !== 'callbackIgnored') return connection === 'free' ? 'with `Promise.all`' : 'one after another';
  return isOfArray
    ? 'Use a `for...of` loop, or await the results first'
    : 'Make that function await it, or await the call first';
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

/** What handles the failure of an unawaited call. */
function handlingOf({ heardBy }: Loss): string {
  switch (heardBy) {
    case undefined:
      return '';
    case 'handled':
      return 'has a rejection handler';
    case 'caught':
      return 'has a `catch` around it';
    case 'callback':
      return 'has an error callback';
    default:
      return `${heardBy.by === 'catch' ? 'catches' : 'handles'} the failure of \`${heardBy.call}\` (${placeOf(heardBy)})`;
  }
}

/** Where a failure is handled: the name of the file, and the line. */
function placeOf({ step: { file, line } }: Handled): string {
  return `\`${file.slice(file.lastIndexOf('/') + 1)}:${line}\``;
}

function consequenceOf(loss: Loss): string {
  const { connection, isHeard, kind, origin, skipped, who } = loss;
  if (kind === 'returnedFromTry') return listSkipped(skipped);
  if (origin.execution === 'lazy') return `the ${nounOf(origin)} never runs`;
  if (connection === 'inTransaction' && origin.operation !== 'transaction')
    return 'the transaction can commit without it';
  const early = `${who} returns before the ${isCarriedRead(origin) ? 'call' : nounOf(origin)} completes`;
  return isHeard ? early : `${early}, and ${unhandledOf(loss)}`;
}

/** What goes unhandled: every failure, or all but the one that a function it goes through handles. */
function unhandledOf({ heardBy }: Loss): string {
  if (typeof heardBy !== 'object') return 'its failure goes unhandled';
  return `only \`${heardBy.call}\` is ${heardBy.by === 'catch' ? 'caught' : 'handled'} (${placeOf(heardBy)})`;
}

function listSkipped(skipped: ReadonlySet<Skipped>): string {
  const consequences: readonly (readonly [Skipped, string])[] = [
    ['catch', 'its failure skips the `catch`'],
    ['finally', '`finally` runs before it completes'],
    ['using', '`using` disposes before it completes'],
  ];
  return consequences.flatMap(([one, consequence]) => (skipped.has(one) ? [consequence] : [])).join(', and ');
}

/** Whether a project function reads, which may be the least of what it does. */
function isCarriedRead({ operation, via }: Origin): boolean {
  return operation === 'read' && via.length > 0;
}

function nounOf({ operation }: Origin): string {
  switch (operation) {
    case 'write':
    case 'read':
    case 'transaction':
      return operation;
    case 'connection':
    case 'unknown':
      return 'call';
  }
}
