import type { CatalogueEntry, Operation } from '../../catalogue/catalogue-entry.js';
import type { Callee, Declared } from '../../engines/type-facts.js';
import type { Unit } from '../unit.js';
import type { ChainedLibrary } from './find-chain.js';

/** The catalogue's entry for the library that declares something. */
export function findEntry({ place }: Declared, { catalogue }: Unit): CatalogueEntry | undefined {
  if (place.from !== 'package') return undefined;
  return catalogue.libraries.find(entry => entry.packages.includes(place.package));
}

/** Whether a library declares what is called, on whatever receiver, or a client that it generates into the project does. */
export function isDeclaredBy(entry: CatalogueEntry, callee: Callee): boolean {
  return (
    callee.kind === 'declared' &&
    callee.declarations.some(({ owner, place }) =>
      place.from === 'package' ? entry.packages.includes(place.package) : entry.generated?.receivers.test(owner ?? ''),
    )
  );
}

/** How the calls of a catalogued library are followed. */
export function toChainedLibrary(entry: CatalogueEntry): ChainedLibrary {
  return { isDeclaredHere: callee => isDeclaredBy(entry, callee), operationOf: callee => operationOf(callee, entry) };
}

/** Whether a library lists a type among those whose methods are persistence calls. */
export function isReceiver(name: string | undefined, { receivers }: CatalogueEntry): boolean {
  return receivers === 'all' || (name !== undefined && receivers.includes(name));
}

/** What a library's function does, as far as its entry says. */
export function operationOf(callee: Callee, { operations }: CatalogueEntry): Operation {
  if (callee.kind === 'unknown') return 'unknown';
  const known = (['write', 'read', 'transaction', 'connection'] as const).find(operation =>
    callee.declarations.some(declared => isListed(declared, operations[operation])),
  );
  return known ?? 'unknown';
}

/** Whether a catalogue's list has a method: by its name, or as `Type.method` where the name means different things. */
export function isListed({ name, owner }: Declared, methods: readonly string[]): boolean {
  return methods.includes(name) || (owner !== undefined && methods.includes(`${owner}.${name}`));
}
