import type { Edit, Finding } from '../../src/analysis/finding.js';
import { renderImportEdits } from '../../src/analysis/remedies/import-change.js';

/** The edits of all remedies of a file at once, in the order of the text; they must not touch each other. */
export function repairAtOnce(findings: readonly Finding[]): {
  readonly edits: readonly Edit[];
  readonly planned: readonly Finding[];
} {
  const changes = findings.flatMap(({ remedy }) => (remedy.type === 'manual' ? [] : [remedy.change]));
  const imports = renderImportEdits(changes.flatMap(change => change.imports));
  const edits = [...imports, ...changes.flatMap(change => change.edits)].toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  return { edits, planned: findings.filter(({ remedy }) => remedy.type !== 'manual') };
}
