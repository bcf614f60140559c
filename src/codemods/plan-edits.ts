import type { Edit, Finding } from '../analysis/finding.js';

/** The findings of a file whose edits can be applied together, and those edits in the order of the text. */
export interface FilePlan {
  readonly planned: readonly Finding[];
  readonly edits: readonly Edit[];
}

/**
 * Takes, outermost first, every finding whose edits touch no edit taken before. What is left waits for the next round,
 * when it is judged anew on the text that this round leaves.
 */
export function planEdits(findings: readonly Finding[], isWanted: (finding: Finding) => boolean): FilePlan {
  const planned: Finding[] = [];
  const edits: Edit[] = [];
  for (const finding of findings.filter(isWanted)) {
    const own = editsOf(finding);
    if (own.length === 0 || own.some(edit => edits.some(taken => touches(edit, taken)))) continue;
    planned.push(finding);
    edits.push(...own);
  }
  return { planned, edits: edits.toSorted((a, b) => a.start - b.start) };
}

/** The edits of a finding's remedy; none where it is for a person. */
export function editsOf({ remedy }: Finding): readonly Edit[] {
  return remedy.type === 'manual' ? [] : remedy.change.edits;
}

function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
