import type { BlockingCall, SyncTransaction } from '../../catalogue/blocking-call.js';
import type { BlockingLibrary } from '../../catalogue/create-catalogue.js';
import { findBlockingNames } from './blocking-names.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { matchesSpecifier } from '../origins/match-specifier.js';
import { lastWord } from '../../syntax/name-of-call.js';
import type { Syntax } from '../../syntax/syntax.js';
import type { Declared } from '../../engines/type-facts.js';
import { callSignature } from '../../syntax/declared-names.js';
import type { BlockingUnit, Unit } from '../unit.js';
import { unwrap } from '../../syntax/unwrap.js';

/** A call of a catalogued function that blocks. */
export interface BlockingMatch {
  readonly library: BlockingLibrary;
  readonly declared: Declared;
  readonly entry: BlockingCall;
}

/** The catalogue's entry for a call that blocks and counts: it is not allowed, and not cheap unless these count, too. */
export function matchBlockingCall(call: Candidate, unit: BlockingUnit): BlockingMatch | undefined {
  const callee = unit.facts.calleeOf(call);
  if (callee.kind === 'unknown') return undefined;
  const matches = callee.declarations
    .map(declared => findEntry(declared, call, unit))
    .filter(found => found !== undefined);
  const match = matches.find(({ declared }) => declared.name !== callSignature) ?? matches[0]; // a name says more than the type of what has it
  return match && counts(match, unit) && blocks(call, match.entry, unit) ? match : undefined;
}

function findEntry(declared: Declared, call: Candidate, unit: Unit): BlockingMatch | undefined {
  const { place } = declared;
  if (place.from === 'file') return undefined;
  const libraries = findBlockingNames(unit).ofPackage.get(place.from === 'lib' ? 'lib' : place.package) ?? [];
  for (const library of libraries) {
    const { calls } = library.blocking;
    const key = keysOf(declared, call, unit.syntax).find(name => Object.hasOwn(calls, name));
    const entry = key === undefined ? undefined : calls[key];
    if (entry) return { library, declared, entry };
  }
  return undefined;
}

/** How the catalogue may name a function: by its type, or by the function it is a property of, as in `realpathSync.native`. */
function keysOf({ name, owner }: Declared, call: Candidate, syntax: Syntax): readonly string[] {
  if (owner !== undefined) return [`${owner}.${name}`];
  const callee = unwrap(calleeExpression(call), syntax);
  const object = syntax.isPropertyAccessExpression(callee) ? lastWord(callee.expression, syntax) : undefined;
  return object === undefined ? [name] : [name, `${object}.${name}`];
}

function counts({ declared, entry }: BlockingMatch, { checks }: BlockingUnit): boolean {
  return (checks.checkCheapCalls || entry.isCheap !== true) && !matchesSpecifier(declared, checks.allowBlocking);
}

/** Whether this is the form of a function that blocks, where it has others. */
function blocks(call: Candidate, { blocksIf, blocksOn = [] }: BlockingCall, { facts }: Unit): boolean {
  if (blocksIf === undefined) return true;
  if (blocksIf === 'noProcessGiven') return !facts.typesOf(call).some(({ name }) => name === 'ChildProcess');
  if (blocksIf === 'resultGiven') return !facts.isNothing(call);
  const given = facts.yieldOf(call);
  return (
    given === 'value' ||
    (given === 'unknown' && facts.receiverTypesOf(call).some(({ name }) => blocksOn.includes(name)))
  );
}

/** The synchronous transaction that a call begins: the library it is of, and its declaration. */
export function matchSyncTransaction(
  call: Candidate,
  unit: Unit,
): Pick<BlockingMatch, 'declared' | 'library'> | undefined {
  const callee = unit.facts.calleeOf(call);
  if (callee.kind === 'unknown') return undefined;
  for (const declared of callee.declarations) {
    const { name, owner, place } = declared;
    const libraries = place.from === 'package' ? findBlockingNames(unit).ofPackage.get(place.package) : undefined;
    const key = `${owner ?? ''}.${name}`;
    const library = libraries?.find(({ blocking }) =>
      blocking.transactions?.some(transaction => transaction.call === key && isOn(transaction, call, unit)),
    );
    if (library) return { declared, library };
  }
  return undefined;
}

function isOn({ on }: SyncTransaction, call: Candidate, { facts }: Unit): boolean {
  return on === undefined || facts.receiverTypesOf(call).some(({ name }) => on.includes(name));
}
