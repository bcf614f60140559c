import { groupBy } from '../../src/group-by.js';
import type { RecordedFinding } from './backend.js';

/** One way in which what is found differs from the record. */
export type Difference =
  | { readonly type: 'lost' | 'new'; readonly finding: RecordedFinding }
  | {
      readonly type: 'changed';
      readonly finding: RecordedFinding;
      readonly now: RecordedFinding;
      readonly parts: readonly Part[];
    };

/** What of a finding can change while it stays on its line. */
export type Part = 'kind' | 'remedy' | 'message' | 'edit';

const allParts = ['kind', 'remedy', 'message', 'edit'] as const satisfies readonly Part[];

/** Every difference between two lists of findings in the same commit. Where a line has several findings, those that have most in common are taken to be the same one. */
export function compareFindings(
  recorded: readonly RecordedFinding[],
  found: readonly RecordedFinding[],
): readonly Difference[] {
  const before = groupBy(recorded, toPlace);
  const now = groupBy(found, toPlace);
  const places = new Set([...before.keys(), ...now.keys()]);
  return [...places].flatMap(place => comparePlace(before.get(place) ?? [], now.get(place) ?? []));
}

function toPlace({ line, path }: RecordedFinding): string {
  return `${path}:${line}`;
}

function comparePlace(recorded: readonly RecordedFinding[], found: readonly RecordedFinding[]): readonly Difference[] {
  const pairs = recorded.flatMap(finding =>
    found.map(now => ({ type: 'changed' as const, finding, now, parts: findChangedParts(finding, now) })),
  );
  const matched = new Set<RecordedFinding>();
  const changed: Difference[] = [];
  for (const pair of pairs.sort((one, other) => one.parts.length - other.parts.length)) {
    if (matched.has(pair.finding) || matched.has(pair.now)) continue;
    matched.add(pair.finding).add(pair.now);
    if (pair.parts.length > 0) changed.push(pair);
  }
  return [...changed, ...toUnmatched('lost', recorded, matched), ...toUnmatched('new', found, matched)];
}

function findChangedParts(finding: RecordedFinding, now: RecordedFinding): readonly Part[] {
  return allParts.filter(part => finding[part] !== now[part]);
}

function toUnmatched(
  type: 'lost' | 'new',
  findings: readonly RecordedFinding[],
  matched: ReadonlySet<RecordedFinding>,
): readonly Difference[] {
  return findings.filter(finding => !matched.has(finding)).map(finding => ({ type, finding }));
}
