import type { Backend, RecordedFinding } from './backend.js';
import { compareFindings, type Difference } from './compare-findings.js';

/** A back end as it was recorded and as it is found now. */
export interface Comparison {
  readonly recorded: Backend;
  readonly found: Backend;
}

/** Lists every difference of every back end, a line each, with the numbers of each back end and of all. */
export function renderComparison(comparisons: readonly Comparison[]): string {
  const all = comparisons.map(comparison => ({ comparison, differences: toDifferences(comparison) }));
  const total = sumUp(
    comparisons.flatMap(({ found }) => found.findings),
    all.flatMap(({ differences }) => differences),
  );
  return [
    ...all.flatMap(({ comparison, differences }) => renderBackend(comparison, differences)),
    `in all: ${total}`,
  ].join('\n');
}

/** Whether anything was lost, is new or has changed. */
export function isDifferent(comparison: Comparison): boolean {
  return toDifferences(comparison).length > 0;
}

function toDifferences({ found, recorded }: Comparison): readonly Difference[] {
  return compareFindings(recorded.findings, found.findings);
}

function renderBackend({ found, recorded }: Comparison, differences: readonly Difference[]): readonly string[] {
  return [
    `${found.name}: ${sumUp(found.findings, differences)}`,
    ...renderExtent({ found, recorded }),
    ...differences.map(difference => `  ${renderDifference(difference)}`),
  ];
}

/** Says where the scan read something else than when the back end was recorded: then its differences may say nothing about the product. */
function renderExtent({ found: { extent }, recorded }: Comparison): readonly string[] {
  if (extent.files === recorded.extent.files && extent.unresolved === recorded.extent.unresolved) return [];
  const was = `${recorded.extent.files} files were read with ${recorded.extent.unresolved} calls from imports that were not found`;
  return [`  not as it was recorded: ${was}, now ${extent.files} with ${extent.unresolved}`];
}

function sumUp(findings: readonly RecordedFinding[], differences: readonly Difference[]): string {
  const counts = (['lost', 'new', 'changed'] as const).map(
    type => `${differences.filter(difference => difference.type === type).length} ${type}`,
  );
  return [`${findings.length} findings`, ...counts].join(', ');
}

function renderDifference(difference: Difference): string {
  const { finding, type } = difference;
  const place = `${type} ${finding.path}:${finding.line}`;
  switch (difference.type) {
    case 'lost':
    case 'new':
      return `${place} ${finding.kind}, ${finding.remedy}`;
    case 'changed':
      return `${place} ${difference.parts.map(part => `${part} ${finding[part] ?? 'none'} -> ${difference.now[part] ?? 'none'}`).join(', ')}`;
  }
}
