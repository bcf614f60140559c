import { isResult, resultOf } from '../syntax/name-of-call.js';
import type { CallsByName } from './visit-calls.js';

/** The names in some files that call one of `names`, or stand for it, or for one another of these. */
export function findCallersByName(files: readonly CallsByName[], names: ReadonlySet<string>): ReadonlySet<string> {
  const callers = invert(files);
  const reached = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const caller of callers.get(name) ?? []) {
      if (reached.has(caller) || names.has(caller)) continue;
      reached.add(caller);
      open.push(caller);
    }
  }
  return reached;
}

function invert(files: readonly CallsByName[]): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const { calls, standIns } of files) {
    for (const [caller, callees] of calls) for (const callee of callees) add(caller, callee);
    for (const [standIn, meanings] of standIns) {
      for (const meaning of meanings) {
        add(standIn, meaning);
        if (!isResult(standIn) && !isResult(meaning)) add(resultOf(standIn), resultOf(meaning));
      }
    }
  }
  return callers;

  function add(caller: string, callee: string): void {
    const known = callers.get(callee);
    if (known) known.push(caller);
    else callers.set(callee, [caller]);
  }
}
