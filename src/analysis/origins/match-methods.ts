import type { Methods } from '../../catalogue/methods.js';
import type { Declared } from '../type-facts.js';

/** Whether a declaration is one of the methods of a list. */
export function isOneOf({ name, owner, place }: Declared, list: readonly Methods[]): boolean {
  return list.some(
    one =>
      one.owner === owner &&
      one.methods.includes(name) &&
      (one.package === undefined ? place.from === 'lib' : place.from === 'package' && place.package === one.package),
  );
}
