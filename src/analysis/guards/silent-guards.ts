import { awaitedByCallee } from './awaited-by-callee.js';
import { awaitedWithLater } from './awaited-with-later.js';
import type { LostPromise, SilentGuard } from './guard.js';
import { leftRunning } from './left-running.js';
import { mayBeAbsent } from './may-be-absent.js';
import { otherMethod } from './other-method.js';
import { queryAsText } from './query-as-text.js';
import { queryAsValue } from './query-as-value.js';
import { queryOfOthers } from './query-of-others.js';
import { queryPart } from './query-part.js';
import { readInVain } from './read-in-vain.js';
import { reasonGiven } from './reason-given.js';
import type { Unit } from '../unit.js';

/** All reasons to say nothing of a lost promise, the cheap ones first. */
export const silentGuards: readonly SilentGuard[] = [
  queryAsValue,
  queryOfOthers,
  readInVain,
  leftRunning,
  reasonGiven,
  queryAsText,
  otherMethod,
  queryPart,
  mayBeAbsent,
  awaitedByCallee,
  awaitedWithLater,
];

/** The first reason to say nothing of a lost promise; undefined where it loses something. */
export function findSilentGuard(lost: LostPromise, unit: Unit): SilentGuard | undefined {
  return silentGuards.find(guard => guard.holds(lost, unit));
}
