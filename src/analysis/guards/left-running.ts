import { nameFunctionAround } from '../../syntax/name-function.js';
import { isNamedForWork } from '../names/is-named-for-start.js';
import type { SilentGuard } from './guard.js';

/** `start() { this.workLoop(); }`: what may never be over is left running by a function that is called like one that does so. */
export const leftRunning: SilentGuard = {
  id: 'leftRunning',
  effect: 'silent',
  says: 'the called function may never finish, and is left running',
  holds: ({ mayHang, suspect: { value } }, unit) =>
    mayHang && isNamedForWork(nameFunctionAround(value, unit.syntax), unit),
};
