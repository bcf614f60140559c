import type { BlockingLibrary } from '../../catalogue/create-catalogue.js';
import { meaningOf, resultOf } from '../../syntax/name-of-call.js';
import { calleeExpression, type Candidate } from '../../syntax/candidate.js';
import { perProject } from '../per-unit.js';
import type { Unit } from '../unit.js';

/** What a program has of the catalogue's blocking functions. */
export interface BlockingNames {
  /** The libraries that it can call, by their packages; `lib` is TypeScript's own libraries. */
  readonly ofPackage: ReadonlyMap<string, readonly BlockingLibrary[]>;
  /** The names that a blocking call can have, or the call of a function that blocks, and what else such a call may mean. */
  readonly calls: ReadonlySet<string>;
  /** Those of them that the catalogue itself has. */
  readonly listed: ReadonlySet<string>;
  /** The names that a synchronous transaction can have. */
  readonly transactions: ReadonlySet<string>;
}

/** What the program of a unit has of the catalogue's blocking functions; the same for all its units. */
export const findBlockingNames = perProject(({ catalogue, index }): BlockingNames => {
  const libraries = catalogue.blocking.filter(library => isPresent(library, index));
  const listed = new Set(libraries.flatMap(({ blocking }) => Object.keys(blocking.calls).map(key => lastWord(key))));
  const transactions = libraries.flatMap(({ blocking }) =>
    (blocking.transactions ?? []).map(({ call }) => lastWord(call)),
  );
  const seeds = [...listed, ...transactions, ...transactions.map(resultOf)];
  return {
    ofPackage: new Map(
      libraries
        .flatMap(({ packages }) => packages)
        .map(name => [name, libraries.filter(({ packages }) => packages.includes(name))]),
    ),
    listed,
    calls: new Set([...seeds, ...index.namesReaching(new Set(seeds))]),
    transactions: new Set(transactions),
  };
});

/** Whether a call may block, itself or through functions of the project, by what it is called. */
export function mayBlock(call: Candidate, unit: Unit): boolean {
  const meaning = meaningOf(calleeExpression(call), unit.syntax);
  return meaning !== undefined && findBlockingNames(unit).calls.has(meaning);
}

function isPresent({ blocking: { modules }, packages }: BlockingLibrary, index: Unit['index']): boolean {
  const present = index.packages();
  if (!packages.some(name => name === 'lib' || present.has(name))) return false;
  return modules === undefined || modules.some(module => index.isNamed(module, packages));
}

/** `run` of `Statement.run`; what a call of a type itself is called, nobody knows. */
function lastWord(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
