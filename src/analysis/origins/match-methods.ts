import type { Methods } from '../../catalogue/methods.js';
import type { Declared } from '../../engines/type-facts.js';

/** Whether a declaration is one of the methods of a list. */
export function isOneOf(declared: Declared, list: readonly Methods[]): boolean {
  return list.some(
    one =>
      one.owner === declared.owner &&
      one.methods.includes(declared.name) &&
      (one.package === undefined ? declared.place.from === 'lib' : isOfPackage(declared, [one.package])),
  );
}

/** Whether something is declared by one of some packages. */
export function isOfPackage({ place }: Declared, packages: readonly string[]): boolean {
  return place.from === 'package' && packages.includes(place.package);
}

/** Whether something is declared by TypeScript's libraries or by Node. */
export function isOfPlatform(declared: Declared): boolean {
  return declared.place.from === 'lib' || isOfPackage(declared, ['node']);
}
