import { isArrayMethod } from '../uses/find-callback-suspects.js';
import type { SilentGuard } from './guard.js';

/** `stream.forEach(async row => save(row))`: by what declares it the method is not the array's, and may wait for its callback. */
export const otherMethod: SilentGuard = {
  id: 'otherMethod',
  effect: 'silent',
  says: 'the method only shares its name with an array method, and may await its callback',
  holds: ({ suspect: { arrayMethod } }, unit) => arrayMethod !== undefined && !isArrayMethod(arrayMethod, unit),
};
