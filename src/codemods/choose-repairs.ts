import type { Edit } from '../analysis/finding.js';
import type { Repair } from './repair.js';

/**
 * Takes, in the order given, every repair whose edits touch no edit taken before; those of signatures share what is the same
 * in both. What is left waits for the next round, when it is judged anew on the text that this round leaves.
 */
export function chooseRepairs(repairs: readonly Repair[]): readonly Repair[] {
  const edits = new Map<string, Taken[]>();
  const created = new Map<string, string>();
  return repairs.filter(repair => {
    if (touchesTaken(repair, edits) || differsFromTaken(repair, created)) return false;
    for (const [fileName, own] of repair.edits)
      edits.set(fileName, [...(edits.get(fileName) ?? []), ...own.map(edit => ({ edit, repair }))]);
    for (const [fileName, text] of repair.created ?? []) created.set(fileName, text);
    return true;
  });
}

interface Taken {
  readonly edit: Edit;
  readonly repair: Repair;
}

function touchesTaken(repair: Repair, taken: ReadonlyMap<string, readonly Taken[]>): boolean {
  return [...repair.edits].some(([fileName, own]) =>
    own.some(edit =>
      taken.get(fileName)?.some(other => touches(edit, other.edit) && !isShared({ edit, repair }, other)),
    ),
  );
}

/** Two chains of callers can end in the same function, which becomes async once. */
function isShared(a: Taken, b: Taken): boolean {
  return a.repair.reach === 'signature' && b.repair.reach === 'signature' && isSame(a.edit, b.edit);
}

/** Whether two edits do the same at the same place. */
export function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function differsFromTaken(repair: Repair, taken: ReadonlyMap<string, string>): boolean {
  return [...(repair.created ?? [])].some(([fileName, text]) => (taken.get(fileName) ?? text) !== text);
}
