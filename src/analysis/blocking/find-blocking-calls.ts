import type ts from 'typescript';
import { findBlockingNames, mayBlock } from './blocking-names.js';
import type { Candidate, IsMeant } from '../../syntax/candidate.js';
import { chooseUnblock } from '../remedies/choose-unblock.js';
import { classifyOperation } from '../origins/classify-operation.js';
import { classifySurroundings } from '../../syntax/classify-surroundings.js';
import { pathOf } from '../describe-loss.js';
import { findCalls } from '../find-candidates.js';
import type { Finding, Origin, Remedy } from '../finding.js';
import { followBlockingCall } from './follow-blocking-call.js';
import { isKeptOnce } from './is-kept-once.js';
import type { Kind } from '../kinds/kinds.js';
import { matchBlockingCall, matchSyncTransaction, type BlockingMatch } from './match-blocking-call.js';
import { nameFunctionAround } from '../../syntax/name-function.js';
import { nameOfCall } from '../../syntax/name-of-call.js';
import { renderCall } from '../../syntax/render-call.js';
import { renderInstead } from '../remedies/render-instead.js';
import { runsAtOnce } from './runs-at-once.js';
import { servesNobody } from './serves-nobody.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { UnknownReason } from '../../engines/type-facts.js';
import { callSignature } from '../../syntax/declared-names.js';
import type { BlockingUnit, CheckedUnit, Unit } from '../unit.js';

/** What is known of a call that may keep the thread to itself. */
export type BlockingVerdict =
  | { readonly kind: 'blocks'; readonly finding: Finding }
  /** It goes by the name of a function that does, and nobody can say whether it is one. */
  | { readonly kind: 'unknown'; readonly call: Candidate; readonly why: UnknownReason };

/**
 * Every call of a file, of those that are meant, that keeps the thread to itself in an async function, itself or through synchronous functions of the
 * project, and every async callback of a synchronous transaction; in the order of the text. A call's name is looked at
 * before anything else.
 */
export function* findBlockingCalls(unit: CheckedUnit, isMeant: IsMeant = () => true): Generator<BlockingVerdict> {
  const names = findBlockingNames(unit);
  const named = findCalls(unit.sourceFile, unit).flatMap(call => {
    const name = nameOfCall(call, unit.syntax);
    return name !== undefined && mayBlock(call, unit) && isMeant(call) ? [{ call, name }] : [];
  });
  unit.facts.prepare(named.map(({ call }) => call));
  for (const { call, name } of named) {
    const finding =
      (names.transactions.has(name) ? findAsyncTransaction(call, unit) : undefined) ?? findBlock(call, unit);
    if (finding) yield { kind: 'blocks', finding };
    const why = finding || !names.listed.has(name) ? undefined : whyUnknown(call, unit);
    if (why !== undefined) yield { kind: 'unknown', call, why };
  }
}

/** Why nobody can say whether a call that would count blocks; undefined where that can be said. */
function whyUnknown(call: Candidate, unit: Unit): UnknownReason | undefined {
  if (!mayRunInAsync(call, unit.syntax)) return undefined;
  const callee = unit.facts.calleeOf(call);
  return callee.kind === 'unknown' && counts(call, unit) ? callee.why : undefined;
}

/** An async callback of a transaction that is over when its call is. */
function findAsyncTransaction(call: Candidate, unit: Unit): Finding | undefined {
  const [callback] = unit.syntax.isCallExpression(call) ? call.arguments : [];
  const match = callback && matchSyncTransaction(call, unit);
  if (!match || !unit.facts.givesPromise(callback)) return undefined;
  const origin: Origin = { ...toOrigin(match, [], unit), operation: 'transaction' };
  return toFinding(
    {
      kind: 'asyncInSyncTransaction',
      call,
      origin,
      instead: '',
      remedy: manual('what the callback awaits cannot be part of the transaction'),
    },
    unit,
  );
}

function findBlock(call: Candidate, unit: CheckedUnit): Finding | undefined {
  if (!mayRunInAsync(call, unit.syntax)) return undefined;
  const block = findMatch(call, unit) ?? findCarried(call, unit);
  return block && counts(call, unit) ? toFinding(block, unit) : undefined;
}

function findMatch(call: Candidate, unit: CheckedUnit): Block | undefined {
  const match = matchBlockingCall(call, unit);
  return (
    match && {
      kind: 'blockingCall',
      call,
      origin: toOrigin(match, [], unit),
      instead: renderInstead(match.entry.instead),
      remedy: chooseUnblock(call, match.entry, unit),
    }
  );
}

function findCarried(call: Candidate, unit: BlockingUnit): Block | undefined {
  const carried = followBlockingCall(call, unit);
  if (!carried) return undefined;
  const via = carried.via.length > 0 ? carried.via : [renderCall(call, unit.syntax)]; // functions without names
  const remedy = manual('the functions on its path have to become async');
  return {
    kind: 'blockingThrough',
    call,
    origin: { ...toOrigin(carried.match, via, unit), steps: carried.steps },
    instead: renderInstead(carried.match.entry.instead),
    remedy,
  };
}

/** Whether a call stands in an async function, itself or in a function there: a question of syntax alone, so it comes first. */
function mayRunInAsync(call: ts.Node, syntax: Syntax): boolean {
  const around = classifySurroundings(call, syntax);
  return around.kind === 'async' || (around.kind === 'sync' && around.asyncAncestor !== undefined);
}

/** Whether a call that blocks keeps others waiting: it runs in an async function that serves somebody, and more than once. */
function counts(call: Candidate, unit: Unit): boolean {
  return !isKeptOnce(call, unit) && runsInAsync(call, unit);
}

/** Whether a call is made by an async function that others wait beside: in its body, or in a function there that runs as a part of it. */
function runsInAsync(node: ts.Node, unit: Unit): boolean {
  const around = classifySurroundings(node, unit.syntax);
  if (around.kind === 'async') return !servesNobody(around.fn, unit);
  return (
    around.kind === 'sync' &&
    around.asyncAncestor !== undefined &&
    runsAtOnce(around.fn, unit) &&
    runsInAsync(around.fn, unit)
  );
}

function manual(reason: string): Remedy {
  return { type: 'manual', reason };
}

/** What was found of a call. */
interface Block {
  readonly kind: Kind;
  readonly call: Candidate;
  readonly origin: Origin;
  /** What to use, as a message says it. */
  readonly instead: string;
  readonly remedy: Remedy;
}

function toFinding({ call, instead, kind, origin, remedy }: Block, unit: Unit): Finding {
  const rendered = renderCall(call, unit.syntax);
  return {
    kind,
    range: { start: call.getStart(), end: call.end },
    call: rendered,
    function: nameFunctionAround(call, unit.syntax),
    origin,
    data: {
      call: rendered,
      path: pathOf(origin),
      laziness: '',
      handling: '',
      consequence: '',
      binding: '',
      instead,
      ignoring: '',
    },
    remedy,
  };
}

/** Where a blocking call comes from. A transaction's function has no name of its own. */
function toOrigin(
  { declared: { name, owner }, library: { library } }: Pick<BlockingMatch, 'declared' | 'library'>,
  via: readonly string[],
  unit: Unit,
): Origin {
  const isTransaction = name === callSignature;
  return {
    library,
    receiver: owner,
    method: name,
    operation: isTransaction ? 'transaction' : classifyOperation(name, unit),
    execution: 'sync',
    via,
  };
}
