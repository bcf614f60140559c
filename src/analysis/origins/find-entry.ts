import type { Operation } from '../../catalogue/library-entry.js';
import type { Library, MethodNames } from '../../catalogue/library.js';
import type { Callee, Declared } from '../../engines/type-facts.js';
import type { Unit } from '../unit.js';
import type { ChainedLibrary } from './find-chain.js';
import { matchesPattern } from './matches-pattern.js';

/** The catalogue's entry for the library that declares something. */
export function findEntry({ place }: Declared, { catalogue }: Unit): Library | undefined {
  return place.from === 'package' ? catalogue.ofPackage.get(place.package) : undefined;
}

/** Whether a library declares what is called, on whatever receiver, or a client that it generates into the project does. */
export function isDeclaredBy(entry: Library, callee: Callee): boolean {
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(({ owner, place }) =>
      place.from === 'package' ? entry.packages.has(place.package) : isGeneratedBy(entry, owner),
    )
  );
}

/** How the calls of a catalogued library are followed. */
export function toChainedLibrary(entry: Library): ChainedLibrary {
  return { isDeclaredHere: callee => isDeclaredBy(entry, callee), operationOf: callee => operationOf(callee, entry) };
}

/** Whether a library lists a type among those whose methods are persistence calls. */
export function isReceiver(name: string | undefined, { receivers }: Library): boolean {
  return receivers === 'all' || (name !== undefined && receivers.has(name));
}

/** Whether any type of a library has persistence calls; else only functions of it are. */
export function hasReceivers({ receivers }: Library): boolean {
  return receivers === 'all' || receivers.size > 0;
}

/** Whether a type of the project is one of a client that a library generates. */
export function isGeneratedBy({ generated }: Library, type: string | undefined): boolean {
  return type !== undefined && generated !== undefined && matchesPattern(type, generated.receivers);
}

/** What a library's function does, as far as its entry says. */
export function operationOf(callee: Callee, library: Library): Operation {
  if (callee.kind === 'unknown') return 'unknown';
  const known = (['write', 'read', 'transaction', 'connection'] as const).find(operation =>
    callee.declarations.some(declared => isOfOperation(declared, library, operation)),
  );
  return known ?? 'unknown';
}

/** Whether a library lists a method among those that do something to the data. */
export function isOfOperation(
  { name, owner }: Declared,
  { operations }: Library,
  operation: Exclude<Operation, 'unknown'>,
): boolean {
  return operations.get(name) === operation || operations.get(`${owner ?? ''}.${name}`) === operation;
}

/** Whether names of a catalogue's entry have a method: by its name, or as `Type.method` where the name means different things. */
export function isListed({ name, owner }: Declared, methods: MethodNames): boolean {
  return methods.has(name) || (owner !== undefined && methods.has(`${owner}.${name}`));
}
