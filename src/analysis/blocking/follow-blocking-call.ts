import type { Candidate } from '../../syntax/candidate.js';
import { mayBlock } from './blocking-names.js';
import { isAsync, isGenerator } from '../../syntax/classify-surroundings.js';
import { findCandidates } from '../find-candidates.js';
import { isKeptOnce } from './is-kept-once.js';
import { matchBlockingCall, type BlockingMatch } from './match-blocking-call.js';
import { matchesSpecifier } from '../origins/match-specifier.js';
import { anonymousFunction, nameFunction } from '../../syntax/name-function.js';
import { renderCall } from '../../syntax/render-call.js';
import { runsAtOnce } from './runs-at-once.js';
import { toStep, type Step } from '../step.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { BlockingUnit } from '../unit.js';

/** A blocking call that a synchronous function makes, with the functions that lead to it, outermost first. */
export interface CarriedBlock {
  readonly match: BlockingMatch;
  readonly via: readonly string[];
  /** Where these functions stand, with those that have no name, and at last the call. */
  readonly steps: readonly Step[];
}

/** A bound on how many functions lead to a blocking call. */
const maximalDepth = 8;

/**
 * Follows a call of the project's own synchronous function to a call that blocks. Where several functions may be meant, as
 * behind an interface, all of them have to block. Remembers what each function does.
 */
export function followBlockingCall(call: Candidate, unit: BlockingUnit): CarriedBlock | undefined {
  return createWalk(memoryOf(unit)).carriedBy(call, unit);
}

interface Walk {
  readonly carriedBy: (call: Candidate, unit: BlockingUnit) => CarriedBlock | undefined;
}

function createWalk(memory: Memory): Walk {
  const path: FunctionWithBody[] = [];
  const walked = new Map<FunctionWithBody, CarriedBlock | undefined>(); // each at most once in a walk
  let cuts = 0;
  return { carriedBy };

  function carriedBy(call: Candidate, unit: BlockingUnit): CarriedBlock | undefined {
    const { checks, facts } = unit;
    const callee = facts.calleeOf(call);
    if (
      callee.kind === 'declared' &&
      callee.declarations.some(declared => matchesSpecifier(declared, checks.allowBlocking))
    )
      return undefined;
    const carried = facts.functionsOf(call).map(fn => carriedIn(fn, unit));
    return carried.every(one => one !== undefined) ? carried[0] : undefined;
  }

  function carriedIn(fn: FunctionWithBody, unit: BlockingUnit): CarriedBlock | undefined {
    if (isAsync(fn, unit.syntax) || isGenerator(fn)) return undefined;
    const known = memory.get(fn);
    if (known) return known === 'nothing' ? undefined : known;
    if (walked.has(fn)) return walked.get(fn);
    if (path.includes(fn) || path.length === maximalDepth) {
      cuts += 1;
      return undefined;
    }
    const before = cuts;
    path.push(fn);
    const carried = blockIn(fn, unit);
    path.pop();
    walked.set(fn, carried);
    if (carried || cuts === before || path.length === 0) memory.set(fn, carried ?? 'nothing');
    return carried;
  }

  function blockIn(fn: FunctionWithBody, unit: BlockingUnit): CarriedBlock | undefined {
    const { syntax } = unit;
    const name = nameFunction(fn, syntax);
    const own = name === anonymousFunction ? [] : [name];
    const step = toStep(fn, name);
    for (const call of findCandidates(fn.body, syntax, nested => runsAtOnce(nested, unit))) {
      if (!mayBlock(call, unit) || isKeptOnce(call, unit)) continue;
      const match = matchBlockingCall(call, unit);
      if (match) return { match, via: own, steps: [step, toStep(call, renderCall(call, syntax))] };
      const carried = carriedBy(call, unit);
      if (carried) return { ...carried, via: [...own, ...carried.via], steps: [step, ...carried.steps] };
    }
    return undefined;
  }
}

type Memory = WeakMap<FunctionWithBody, CarriedBlock | 'nothing'>;

function createMemories(): Map<string, Memory> {
  return new Map();
}

/** What functions do depends on what counts, too. ESLint makes the checks of each file anew, so they are told apart by what they say. */
function memoryOf({ checks: { allowBlocking, checkCheapCalls }, memory }: BlockingUnit): Memory {
  const memories = memory.of(createMemories);
  const key = JSON.stringify([allowBlocking, checkCheapCalls]);
  let found = memories.get(key);
  if (!found) memories.set(key, (found = new WeakMap()));
  return found;
}
