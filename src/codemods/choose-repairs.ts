import type { Edit } from '../analysis/finding.js';
import type { Repair } from './repair.js';

/**
 * Takes, in the order given, every repair whose edits touch no edit taken before. What is left waits for the next round,
 * when it is judged anew on the text that this round leaves.
 */
export function chooseRepairs(repairs: readonly Repair[]): readonly Repair[] {
  const edits = new Map<string, Edit[]>();
  const created = new Map<string, string>();
  return repairs.filter(repair => {
    if (touchesTaken(repair, edits) || differsFromTaken(repair, created)) return false;
    for (const [fileName, own] of repair.edits) edits.set(fileName, [...(edits.get(fileName) ?? []), ...own]);
    for (const [fileName, text] of repair.created ?? []) created.set(fileName, text);
    return true;
  });
}

function touchesTaken(repair: Repair, taken: ReadonlyMap<string, readonly Edit[]>): boolean {
  return [...repair.edits].some(([fileName, own]) => own.some(edit => taken.get(fileName)?.some(other => touches(edit, other))));
}

function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function differsFromTaken(repair: Repair, taken: ReadonlyMap<string, string>): boolean {
  return [...(repair.created ?? [])].some(([fileName, text]) => (taken.get(fileName) ?? text) !== text);
}
