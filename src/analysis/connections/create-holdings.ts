import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import type { Held } from './held.js';

/** A function with something that it holds from its first line to its last. */
export interface Holding {
  readonly fn: ts.SignatureDeclaration;
  readonly held: Held;
}

/** What functions are known to hold. */
export interface Holdings {
  readonly of: (fn: ts.Node) => readonly Held[];
  /** Adds a way in which a function comes to hold something, and gives what it holds by all ways together; undefined where that says nothing new. */
  readonly add: (way: Holding) => Holding | undefined;
}

/**
 * Makes the memory of what functions hold. Whoever runs a function may hand over more or less of the same; the function can only
 * count on what all of them do. So what is known of each only ever shrinks, and a walk that goes on where something is new comes
 * to an end, whatever calls what, and however far away.
 */
export function createHoldings(): Holdings {
  const known = new Map<ts.Node, Map<Candidate, Held>>();
  return { add, of: fn => [...(known.get(fn)?.values() ?? [])] };

  function add({ fn, held }: Holding): Holding | undefined {
    const ofFn = known.get(fn) ?? new Map<Candidate, Held>();
    const before = ofFn.get(held.source);
    const after = before ? inCommon(before, held) : held;
    if (after === before) return undefined;
    known.set(fn, ofFn.set(held.source, after));
    return { fn, held: after };
  }
}

/** What two ways both hand over: the very object that was known where the other hands over no less. */
function inCommon(known: Held, other: Held): Held {
  const holders = [...known.holders].filter(holder => other.holders.has(holder));
  return holders.length === known.holders.size ? known : { ...known, holders: new Set(holders) };
}
