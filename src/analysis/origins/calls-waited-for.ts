import type { Candidate } from '../../syntax/candidate.js';
import { classifyUse } from '../uses/classify-use.js';
import { perUnit } from '../per-unit.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import { callsIn, isWaitedFor } from './follow-call.js';

/** The calls of a function that it waits for, or hands on. */
export const callsWaitedFor = perUnit((fn: FunctionWithBody, unit): readonly Candidate[] =>
  callsIn(fn, unit).filter(call => isWaitedFor(classifyUse(call, unit.syntax), unit)),
);
