import type ts from 'typescript';
import { traceValue, type Trace } from '../flow/trace-value.js';
import { findLocalBinding, findReads } from '../names/find-references.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { classifyUse } from './classify-use.js';
import { isFill } from './fill-of.js';
import { unwrap } from '../../syntax/unwrap.js';
import { isReadAsValue } from './is-read-as-value.js';

/** What becomes of a promise that a local variable keeps, or that is in the collection that it keeps. */
export interface Fate {
  /** On which paths something waits for it, or is handed it and may; `elsewise` where that is so on all, or nobody can say. */
  readonly awaited: Trace['awaited'];
  /** What reads the variable while it keeps the promise, in the order of the text. */
  readonly reads: readonly ts.Identifier[];
  /** Whether a read gives it a rejection handler. */
  readonly isHandled: boolean;
}

/** Says what becomes of a promise that is assigned to a local variable; undefined for any other. */
export const fateOfPromise = perUnit((promise: ts.Expression, unit): Fate | undefined => {
  const use = classifyUse(promise, unit.syntax);
  if (use.kind !== 'assigned') return undefined;
  const maker = unwrap(promise, unit.syntax);
  return fateOf({ name: use.binding, maker }, unit, read => !isReadAsValue(read, unit));
});

/** What reads a local variable while it keeps what is assigned to a name. */
export const readsOfAssigned = perUnit(
  (name: ts.Identifier, unit): readonly ts.Identifier[] =>
    fateOf({ name }, unit, read => !isReadAsValue(read, unit))?.reads ?? [],
);

/** Says what becomes of the promises in an array, a set or a map, where it is assigned to a name, or they are put into it. */
export const fateOfMembers = perUnit((name: ts.Identifier, unit): Fate | undefined =>
  fateOf({ name }, unit, read => !isReadAsValue(read, unit) && !isFill(read, unit) && !isSize(read, unit)),
);

function fateOf(
  { maker, name }: { readonly name: ts.Identifier; readonly maker?: ts.Expression },
  unit: Unit,
  isAwaitedAt: (read: ts.Identifier) => boolean,
): Fate | undefined {
  const binding = findLocalBinding(name, unit);
  if (!binding) return undefined;
  const all = findReads(binding, unit);
  const isGivenOn = all.includes(name) && isAwaitedAt(name); // `settle(promises.add(…))`
  const trace = traceValue({ from: name, maker, binding, isAwaitedAt }, unit);
  const reads = trace ? all.filter(read => trace.reads.has(read)) : all;
  const awaited = trace?.awaited ?? (all.some(isAwaitedAt) ? 'elsewise' : 'never');
  return {
    awaited: isGivenOn ? 'elsewise' : awaited,
    reads,
    isHandled: reads.some(read => isHandledAt(read, unit)),
  };
}

function isHandledAt(read: ts.Identifier, { syntax }: Unit): boolean {
  const use = classifyUse(read, syntax);
  return use.kind === 'handled' || (use.kind === 'assigned' && use.isHandled);
}

/** `promises.length`, `promises.size`. */
function isSize({ parent }: ts.Identifier, { syntax }: Unit): boolean {
  return syntax.isPropertyAccessExpression(parent) && /^(?:length|size)$/.test(parent.name.text);
}
