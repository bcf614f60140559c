import type ts from 'typescript';
import type { Library } from '../../catalogue/library.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { findEntry, isGeneratedBy, isListed, toChainedLibrary } from '../origins/find-entry.js';
import { operationOfChain, findChain } from '../origins/find-chain.js';
import { unwrap } from '../../syntax/unwrap.js';
import type { Declared } from '../../engines/type-facts.js';
import type { NamedReference } from '../../syntax/declared-names.js';
import type { Unit } from '../unit.js';
import { classifyUse } from '../uses/classify-use.js';
import { isBeginning } from './is-beginning.js';

/** A call that takes a connection or begins a transaction. */
export interface Opening {
  readonly call: Candidate;
  readonly entry: Library;
  readonly isTransaction: boolean;
  /** Whether the transaction is begun on what the call is made on; else the call gives what is held, or hands it to a callback. */
  readonly isOnReceiver: boolean;
  /** Members that hold it already, since whoever opened it for the caller keeps it there. */
  readonly known?: readonly ts.Node[];
}

/** Finds every call of the project that takes a connection, or begins a transaction, of a library. */
export function* findOpenings(unit: Unit): Generator<Opening> {
  const seen = new Set<Candidate>();
  for (const name of namesOfOpenings(unit)) {
    for (const mention of unit.index.mentionsOf(name)) {
      const call = callNamed(mention, unit);
      if (!call || seen.has(call)) continue;
      seen.add(call);
      const opening = readOpening(call, unit);
      if (opening) yield opening;
    }
  }
}

/** By what the calls of the libraries in the program are called that may open something. */
function namesOfOpenings({ catalogue, index }: Unit): ReadonlySet<string> {
  const present = index.packages();
  const callable = catalogue.libraries.filter(
    ({ generated, packages }) => generated !== undefined || [...packages].some(name => present.has(name)),
  );
  return new Set(callable.flatMap(({ openings }) => [...openings]));
}

/** The call or the tagged template that calls something by a name. */
function callNamed(mention: NamedReference, { syntax }: Unit): Candidate | undefined {
  const { parent } = mention;
  let callee: ts.Node = syntax.isPropertyAccessExpression(parent) && parent.name === mention ? parent : mention;
  while (syntax.isNonNullExpression(callee.parent) || syntax.isParenthesizedExpression(callee.parent))
    callee = callee.parent;
  const call = callee.parent;
  return (syntax.isCallExpression(call) || syntax.isTaggedTemplateExpression(call)) && calleeExpression(call) === callee
    ? call
    : undefined;
}

function readOpening(call: Candidate, unit: Unit): Opening | undefined {
  const callee = unit.facts.calleeOf(call);
  if (callee.kind === 'unknown') return undefined;
  for (const declared of callee.declarations) {
    const entry = findEntry(declared, unit) ?? generatedBy(declared, unit);
    if (!entry) continue;
    if (isHeldBy(declared, entry, 'begun')) return { call, entry, isOnReceiver: true, isTransaction: true };
    if (isHeldBy(declared, entry, 'statements'))
      return isBeginning(call, unit) ? { call, entry, isOnReceiver: true, isTransaction: true } : undefined;
    const isTransaction = operationOfChain(findChain(call, toChainedLibrary(entry), unit)) === 'transaction';
    const isTaken = isHeldBy(declared, entry, 'taken') && !isDropped(call, unit);
    if (isTaken || (isTransaction && hasFunction(call, unit)))
      return { call, entry, isOnReceiver: false, isTransaction };
  }
  return undefined;
}

/** The entry of the library that generates a client into the project. */
function generatedBy({ owner, place }: Declared, { catalogue }: Unit): Library | undefined {
  return place.from === 'file' ? catalogue.generating.find(library => isGeneratedBy(library, owner)) : undefined;
}

function isHeldBy(declared: Declared, { held }: Library, by: 'begun' | 'statements' | 'taken'): boolean {
  return held !== undefined && isListed(declared, held[by]);
}

/** Whether nothing keeps what a call gives, nor a callback, so that no code can hold it. */
function isDropped(call: Candidate, unit: Unit): boolean {
  return ['floating', 'handled', 'voided'].includes(classifyUse(call, unit.syntax).kind) && !hasFunction(call, unit);
}

function hasFunction(call: Candidate, unit: Unit): boolean {
  return functionsGiven(call, unit).length > 0;
}

/** The functions that a call is given, written out or by name. */
export function functionsGiven(call: Candidate, unit: Unit): readonly ts.SignatureDeclaration[] {
  return unit.syntax.isCallExpression(call) ? call.arguments.flatMap(argument => functionsMeant(argument, unit)) : [];
}

/** The functions that an argument is, or names. */
export function functionsMeant(argument: ts.Expression, { facts, syntax }: Unit): readonly ts.SignatureDeclaration[] {
  const given = unwrap(argument, syntax);
  if (syntax.isArrowFunction(given) || syntax.isFunctionExpression(given)) return [given];
  return syntax.isIdentifier(given) || syntax.isPropertyAccessExpression(given) ? facts.functionsAt(given) : [];
}
