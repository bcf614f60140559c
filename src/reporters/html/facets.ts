import { kindNames } from '../../analysis/kinds/kinds.js';
import { outcomes, type FileReport, type Outcome, type ReportedFinding } from '../../analysis/report/report.js';
import { renderOutcome } from '../render-outcome.js';

/** The filters of the page, with their titles. */
export const facets = [
  { name: 'outcome', title: 'Outcome' },
  { name: 'kind', title: 'Kind' },
  { name: 'library', title: 'Library' },
  { name: 'folder', title: 'Folder' },
] as const satisfies readonly { readonly name: string; readonly title: string }[];

/** The name of a facet. */
export type FacetName = (typeof facets)[number]['name'];

/** One value of a facet, and how many findings have it. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The values that a facet has in some files, in the order that people look for them. */
export function countValues(name: FacetName, files: readonly FileReport[]): readonly FacetValue[] {
  const counts = new Map<string, number>();
  for (const { findings, path } of files)
    for (const finding of findings)
      for (const value of valuesOf[name](finding, path)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const shown = name === 'folder' ? chooseFolders(counts) : counts;
  return order[name]([...shown].map(([value, count]) => ({ value, label: labelOf(name, value), count })));
}

/** The folders that contain a file, outermost first. */
export function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.length === 0 ? [rootFolder] : names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** The name of the root folder, which no path in a report has. */
const rootFolder = '.';

const valuesOf: Readonly<Record<FacetName, (finding: ReportedFinding, path: string) => readonly string[]>> = {
  outcome: ({ outcome }) => [outcome],
  kind: ({ kind }) => [kind],
  library: ({ library }) => [library],
  folder: (_, path) => foldersOf(path),
};

function labelOf(name: FacetName, value: string): string {
  if (name === 'outcome') return renderOutcome(value as Outcome); // the values of that facet are outcomes
  return name === 'library' && value === 'project' ? 'own repositories' : value;
}

type Counts = ReadonlyMap<string, number>;

/** As deep as the list stays short enough to be read. */
function chooseFolders(counts: Counts): Counts {
  const depths = [...new Set([...counts.keys()].map(depthOf))].toSorted((a, b) => b - a);
  const lists = depths.map(depth =>
    withoutWrappers(new Map([...counts].filter(([folder]) => depthOf(folder) <= depth))),
  );
  return lists.find(list => list.size <= readableFolders) ?? lists.at(-1) ?? counts;
}

const readableFolders = 60;

function depthOf(folder: string): number {
  return folder.split('/').length;
}

/** Without folders that contain only one other folder, which says more. */
function withoutWrappers(counts: Counts): Counts {
  const wrappers = new Set(
    [...counts].map(([folder, count]) => (counts.get(parentOf(folder)) === count ? parentOf(folder) : '')),
  );
  return new Map([...counts].filter(([folder]) => !wrappers.has(folder)));
}

function parentOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
}

const order: Readonly<Record<FacetName, (values: readonly FacetValue[]) => readonly FacetValue[]>> = {
  outcome: asIn(outcomes),
  kind: asIn(kindNames),
  library: values => values.toSorted((a, b) => b.count - a.count || compare(a.label, b.label)),
  folder: values => values.toSorted((a, b) => compare(a.value, b.value)),
};

function asIn(names: readonly string[]): (values: readonly FacetValue[]) => readonly FacetValue[] {
  return values => values.toSorted((a, b) => names.indexOf(a.value) - names.indexOf(b.value));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
