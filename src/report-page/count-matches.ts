import type { PageFinding } from './collect-findings.js';

/** What a reader wants to see. */
export interface Filters {
  /** The values that are chosen of each facet; all of one of which none is. */
  readonly chosen: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words that all have to be in a finding. */
  readonly words: readonly string[];
}

/** What matches, and how many findings each value of a facet has that match all other facets. */
export interface Matches {
  readonly matching: ReadonlySet<HTMLElement>;
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Holds findings against filters. */
export function countMatches(findings: readonly PageFinding[], { chosen, words }: Filters): Matches {
  const matching = new Set<HTMLElement>();
  const counts = new Map([...chosen.keys()].map(facet => [facet, new Map<string, number>()]));
  for (const { element, text, values } of findings) {
    if (!words.every(word => text().includes(word))) continue;
    const missed = [...chosen].filter(([facet, wanted]) => !isWanted(values.get(facet) ?? [], wanted));
    if (missed.length === 0) matching.add(element);
    const counting =
      missed.length === 0 ? [...chosen.keys()] : missed.length === 1 ? missed.map(([facet]) => facet) : [];
    for (const facet of counting) countUp(counts.get(facet), values.get(facet) ?? []);
  }
  return { matching, counts };
}

function isWanted(values: readonly string[], wanted: ReadonlySet<string>): boolean {
  return wanted.size === 0 || values.some(value => wanted.has(value));
}

function countUp(counts: Map<string, number> | undefined, values: readonly string[]): void {
  for (const value of values) counts?.set(value, (counts.get(value) ?? 0) + 1);
}
