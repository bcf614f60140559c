import type { FunctionWithBody } from '../../syntax/has-body.js';
import { perProject, perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { findComponents } from './find-components.js';
import { readWaiting, type Waiting } from './read-function.js';

/** Whether a function waits for itself, directly or by others. One of several functions that a call may mean proves nothing. */
export function isRecursive(fn: FunctionWithBody, unit: Unit): boolean {
  const known = knownOf(unit);
  if (!known.has(fn)) {
    const components = findComponents(fn, at => functionsWaitedFor(at, unit).filter(other => !known.has(other)));
    for (const component of components)
      for (const at of component) known.set(at, component.length > 1 || functionsWaitedFor(at, unit).includes(at));
  }
  return known.get(fn) === true;
}

const knownOf = perProject((): WeakMap<FunctionWithBody, boolean> => new WeakMap());

/** The functions that a function certainly waits for. */
export const functionsWaitedFor = perUnit((fn: FunctionWithBody, unit): readonly FunctionWithBody[] =>
  onlyFunctionsOf(readWaiting(fn, unit)),
);

/** The functions that calls certainly run: those that they mean, and those that these are given and wait for. */
export function onlyFunctionsOf(calls: readonly Pick<Waiting, 'called'>[]): readonly FunctionWithBody[] {
  return calls.flatMap(({ called: { certain, given, isFollowed } }) =>
    isFollowed && certain
      ? [certain, ...given.flatMap(({ functions }) => (functions.length === 1 ? functions : []))]
      : [],
  );
}
