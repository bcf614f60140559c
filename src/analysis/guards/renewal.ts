import { isGivenElsewhere } from '../remedies/is-given-elsewhere.js';
import type { Guard } from './guard.js';

/** `if (isOld(cached)) this.load(id); return cached ?? this.load(id);` */
export const renewal: Guard = {
  id: 'renewal',
  effect: 'suggestion',
  says: "the function also returns this call's result, so this call may only refresh a cache",
  holds: ({ call, kind }, unit) =>
    kind === 'floating' && unit.facts.functionsOf(call).length > 0 && isGivenElsewhere(call, unit),
};
