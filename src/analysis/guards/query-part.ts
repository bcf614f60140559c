import { resolveOrigin } from '../origins/resolve-origin.js';
import type { SilentGuard } from './guard.js';

/** `query.where(sub => { sub.where({ id }); })`: the callback of a query builds a part of it. */
export const queryPart: SilentGuard = {
  id: 'queryPart',
  effect: 'silent',
  says: 'the call builds part of the query around it',
  holds: ({ origin, suspect: { surroundings } }, unit) => {
    if (origin.execution !== 'lazy' || !('fn' in surroundings)) return false;
    const { parent } = surroundings.fn;
    const around = unit.syntax.isCallExpression(parent) ? resolveOrigin(parent, unit) : undefined;
    return around?.kind === 'persistence' && around.origin.execution === 'lazy';
  },
};
