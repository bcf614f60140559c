import { isResult, resultOf } from '../syntax/name-of-call.js';
import type { CallsByName } from './visit-calls.js';

/** The names in some files that call one of `names`, are aliases of it, or do so through others of these. */
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
  for (const { calls, aliases } of files) {
    for (const [caller, callees] of calls) for (const callee of callees) add(caller, callee);
    for (const [alias, meanings] of aliases) {
      for (const meaning of meanings) {
        add(alias, meaning);
        if (!isResult(alias) && !isResult(meaning)) add(resultOf(alias), resultOf(meaning));
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
