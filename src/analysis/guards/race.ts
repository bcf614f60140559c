import type ts from 'typescript';
import { isPromiseMethod } from '../../syntax/is-promise-method.js';
import type { Guard } from './guard.js';

/** `Promise.race([repo.save(x), timeout])` */
export const race: Guard = {
  id: 'race',
  effect: 'suggestion',
  says: 'the calls race, and the loser may be left behind intentionally',
  holds({ call, value }, { syntax }) {
    for (let at: ts.Node = call; at !== value; at = at.parent)
      if (isPromiseMethod(at.parent, races, syntax)) return true;
    return false;
  },
};

const races: ReadonlySet<string> = new Set(['any', 'race']);
