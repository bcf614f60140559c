import type { UnknownReason } from '../engines/type-facts.js';

/**
 * Why nobody can say whether a call loses anything: what the compiler says, or that what it calls in the project has no body that can be
 * seen, or too many.
 */
export type NotKnown = UnknownReason | 'implementation';

/** How many calls nobody can say anything of, by the reason. */
export type NotKnownCounts = Readonly<Record<NotKnown, number>>;

const none: NotKnownCounts = { any: 0, unresolvedImport: 0, implementation: 0 };

/** Counts calls by the reason. */
export function countNotKnown(reasons: Iterable<NotKnown>): NotKnownCounts {
  const counts = { ...none };
  for (const reason of reasons) counts[reason] += 1;
  return counts;
}

/** Adds up counts, by the reason. */
export function addNotKnown(all: readonly NotKnownCounts[]): NotKnownCounts {
  return all.reduce(
    (sum, one) => ({
      any: sum.any + one.any,
      unresolvedImport: sum.unresolvedImport + one.unresolvedImport,
      implementation: sum.implementation + one.implementation,
    }),
    none,
  );
}
