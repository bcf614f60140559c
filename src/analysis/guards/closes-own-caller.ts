import { closesFromInside } from '../connections/closes-from-inside.js';
import type { Guard } from './guard.js';

/** `consumer.run({ eachMessage: async () => { consumer.disconnect(); } })` */
export const closesOwnCaller: Guard = {
  id: 'closesOwnCaller',
  effect: 'manual',
  says: 'what it opens or closes waits for the code around the call, so awaiting it could hang',
  holds: closesFromInside,
};
