import type ts from 'typescript';
import { createTracer, type Trace } from '../flow/trace-value.js';
import { findLocalBinding, findReads, type LocalBinding } from '../names/find-references.js';
import { perUnit } from '../per-unit.js';
import type { Unit } from '../unit.js';
import { withoutCircles } from '../without-circles.js';
import { classifyUse } from './classify-use.js';
import { isFill } from './fill-of.js';
import { outermostOf, unwrap } from '../../syntax/unwrap.js';
import { isReadAsValue } from './is-read-as-value.js';

/** What becomes of a promise that a local variable keeps. */
export interface Fate {
  /**
   * On which paths something waits for it, or is handed it and may, before another value takes its place, or the function gives its result:
   * on none; on some, and there certainly is one on which nothing does; `assumed` where that is so on all, or nobody can say. A path that
   * throws says nothing.
   */
  readonly awaited: 'never' | 'onSomePaths' | 'assumed';
  /** What reads the variable while it keeps the promise, in the order of the text. */
  readonly reads: readonly ts.Identifier[];
  /** Whether a read gives it a rejection handler. */
  readonly isHandled: boolean;
}

/** Says what becomes of a promise that is assigned to a local variable; undefined for any other. */
export const fateOfPromise = perUnit((promise: ts.Expression, unit): Fate | undefined => {
  const use = classifyUse(promise, unit.syntax);
  const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
  if (use.kind !== 'assigned' || !binding) return undefined;
  const trace = tracePromise({ from: use.binding, maker: unwrap(promise, unit.syntax), binding }, unit);
  const reads = readsOn(trace, binding, unit);
  const isOnlyChained = reads.length > 0 && reads.every(read => isChainedInVain(read, binding, unit));
  const mayBeAwaited = !isOnlyChained && (trace ? trace.mayBeAwaited : reads.some(read => mayWait(read, unit)));
  return {
    awaited: mayBeAwaited ? (trace?.isLostOnSomePath() ? 'onSomePaths' : 'assumed') : 'never',
    reads,
    isHandled: reads.some(read => isHandledAt(read, unit)),
  };
});

/** What reads a local variable while it keeps what is assigned to a name. */
export const readsOfAssigned = perUnit((name: ts.Identifier, unit): readonly ts.Identifier[] => {
  const binding = findLocalBinding(name, unit);
  return binding ? readsOn(tracePromise({ from: name, binding }, unit), binding, unit) : [];
});

/** The reads of a variable on a trace, or all where there is none. */
function readsOn(trace: Trace | undefined, binding: LocalBinding, unit: Unit): readonly ts.Identifier[] {
  const all = findReads(binding, unit);
  const reached = trace?.reads();
  return reached ? all.filter(read => reached.has(read)) : all;
}

/**
 * Whether something waits for the promises in an array, a set or a map, or is handed them and may, once it is assigned to a name, or
 * filled by it; undefined for what is no local variable.
 */
export const areMembersAwaited = perUnit((name: ts.Identifier, unit): boolean | undefined => {
  const binding = findLocalBinding(name, unit);
  if (!binding) return undefined;
  const all = findReads(binding, unit);
  if (all.includes(name) && mayWaitForMembers(name, unit)) return true; // `settle(promises.add(…))`
  const trace = traceMembers({ from: name, binding }, unit);
  return trace ? trace.mayBeAwaited : all.some(read => mayWaitForMembers(read, unit));
});

function mayWait(read: ts.Identifier, unit: Unit): boolean {
  return !isReadAsValue(read, unit);
}

function mayWaitForMembers(read: ts.Identifier, unit: Unit): boolean {
  return !isReadAsValue(read, unit) && !isFill(read, unit) && !isSize(read, unit) && !isAwaitedAsOne(read, unit);
}

const tracePromise = createTracer(mayWait);

const traceMembers = createTracer(mayWaitForMembers);

function isHandledAt(read: ts.Identifier, { syntax }: Unit): boolean {
  const use = classifyUse(read, syntax);
  return use.kind === 'handled' || (use.kind === 'assigned' && use.isHandled);
}

/** `await promises`, which waits for nothing in it. */
function isAwaitedAsOne(read: ts.Identifier, { syntax }: Unit): boolean {
  return syntax.isAwaitExpression(outermostOf(read, syntax).parent);
}

/** `chain = chain.then(next)`, where nothing waits for what the variable keeps then: whoever did would wait for what it kept. */
function isChainedInVain(read: ts.Identifier, binding: LocalBinding, unit: Unit): boolean {
  const use = classifyUse(read, unit.syntax);
  const isChained =
    use.kind === 'assigned' &&
    use.value !== read &&
    findLocalBinding(use.binding, unit)?.declaration === binding.declaration;
  return isChained && ofChains(use.value, () => fateOfPromise(use.value, unit)?.awaited === 'never');
}

/** A loop may chain on what it chained before. */
const ofChains = withoutCircles<boolean>(true);

/** `promises.length`, `promises.size`. */
function isSize({ parent }: ts.Identifier, { syntax }: Unit): boolean {
  return syntax.isPropertyAccessExpression(parent) && /^(?:length|size)$/.test(parent.name.text);
}
