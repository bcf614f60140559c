import type { MethodFact, MethodIndex } from '../../catalogue/method-index.js';
import type { Declared } from '../../engines/type-facts.js';

/** Whether a declaration is one of the methods of the catalogue. */
export function isOneOf(declared: Declared, index: MethodIndex<unknown>): boolean {
  return findFacts(declared, index).length > 0;
}

/** What the catalogue knows of a declaration: of the method of its type, else of every type of its package. */
export function findFacts<Fact>(declared: Declared, index: MethodIndex<Fact>): readonly Fact[] {
  const all = (index.get(declared.name) ?? []).filter(({ packages }) => isOfSome(declared, packages));
  const ofType = all.filter(({ owner }) => owner !== undefined && owner === declared.owner);
  return (ofType.length > 0 ? ofType : all.filter(({ owner }) => owner === undefined)).map(({ fact }) => fact);
}

/** Whether a type is the one that a fact of the catalogue is about. */
export function isOwner(type: Declared, { owner, packages }: MethodFact<unknown>): boolean {
  return type.name === owner && isOfSome(type, packages);
}

function isOfSome({ place }: Declared, packages: ReadonlySet<string>): boolean {
  return place.from !== 'file' && packages.has(place.from === 'lib' ? 'lib' : place.package);
}

/** Whether something is declared by one of some packages. */
export function isOfPackage({ place }: Declared, packages: readonly string[]): boolean {
  return place.from === 'package' && packages.includes(place.package);
}

/** Whether something is declared by TypeScript's libraries or by Node. */
export function isOfPlatform(declared: Declared): boolean {
  return declared.place.from === 'lib' || isOfPackage(declared, ['node']);
}
