import { afterOther } from './after-other.js';
import { answerExpected } from './answer-expected.js';
import { besideConnection } from './beside-connection.js';
import { besideOthers } from './beside-others.js';
import { bindingRead } from './binding-read.js';
import { bindingReassigned } from './binding-reassigned.js';
import { cacheWrite } from './cache-write.js';
import { dispatched } from './dispatched.js';
import { endless } from './endless.js';
import type { Guard, LostCall } from './guard.js';
import { longPauses } from './long-pauses.js';
import { openEnd } from './open-end.js';
import { operandPassedOn } from './operand-passed-on.js';
import { race } from './race.js';
import { renewal } from './renewal.js';
import { runsBeside } from './runs-beside.js';
import { someImplementations } from './some-implementations.js';
import type { FileUnit } from '../unit.js';
import { wholeJob } from './whole-job.js';

/** All guards: those that keep an edit from being made come first, then the cheap ones. */
export const guards: readonly Guard[] = [
  endless,
  race,
  afterOther,
  besideConnection,
  answerExpected,
  renewal,
  operandPassedOn,
  runsBeside,
  someImplementations,
  openEnd,
  longPauses,
  cacheWrite,
  dispatched,
  wholeJob,
  besideOthers,
  bindingRead,
  bindingReassigned,
];

/** What a guard says of a call. */
export function reasonOf(guard: Guard, lost: LostCall): string {
  const details = guard.details?.(lost);
  return details === undefined ? guard.says : `${guard.says}: ${details}`;
}

/** The first guard that is against awaiting a lost call without asking; undefined where that cannot change what correct code does. */
export function findGuard(lost: LostCall, unit: FileUnit): Guard | undefined {
  return guards.find(guard => guard.holds(lost, unit));
}
