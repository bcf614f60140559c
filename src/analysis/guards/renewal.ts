import { isGivenElsewhere } from '../remedies/is-given-elsewhere.js';
import type { Guard } from './guard.js';

/** `if (isOld(cached)) this.load(id); return cached ?? this.load(id);` */
export const renewal: Guard = {
  id: 'renewal',
  effect: 'suggestion',
  says: 'elsewhere the function gives the result of the same call, and may only renew it here',
  holds: ({ call, kind }, unit) =>
    kind === 'floating' && unit.facts.functionsOf(call).length > 0 && isGivenElsewhere(call, unit),
};
