import { outcomes, type Outcome, type Report, type ReportedFinding } from '../analysis/report/report.js';
import { groupBy } from '../group-by.js';

/** How many findings something has, and how many of them have each outcome. */
export interface Tally {
  readonly name: string;
  readonly findings: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** The properties that findings can be counted by. */
export type Trait = 'kind' | 'library' | 'folder';

/** Counts the findings of a report by a trait, the most frequent first. The report itself has all that this is made of. */
export function countFindings({ files }: Report, trait: Trait): readonly Tally[] {
  const named = files.flatMap(({ findings, path }) =>
    findings.map(finding => ({ name: traits[trait](finding, path), outcome: finding.outcome })),
  );
  return [...groupBy(named, ({ name }) => name)]
    .map(([name, found]) => ({
      name,
      findings: found.length,
      outcomes: countEach(found.map(({ outcome }) => outcome)),
    }))
    .toSorted((a, b) => b.findings - a.findings || (a.name < b.name ? -1 : 1));
}

const traits: Readonly<Record<Trait, (finding: ReportedFinding, path: string) => string>> = {
  kind: ({ kind }) => kind,
  library: ({ library }) => library,
  folder: (_, path) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'),
};

function countEach(found: readonly Outcome[]): Tally['outcomes'] {
  return Object.fromEntries(
    outcomes.map(outcome => [outcome, found.filter(one => one === outcome).length]),
  ) as Tally['outcomes']; // fromEntries forgets that every outcome is there
}
