import type ts from 'typescript';
import type { Engine } from '../engines/engine.js';
import { editsOfChange, type Change, type Edit, type Finding } from '../analysis/finding.js';
import type { ImportChange } from '../analysis/remedies/import-change.js';
import type { FileUnit } from '../analysis/unit.js';

/** The fix of one finding. All of it is applied, or nothing. */
export interface Repair {
  /** Edits of texts as they are when the repair is planned, by file, as the engine names it. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** Files that are to be there: those of several repairs are made once. */
  readonly created?: ReadonlyMap<string, string>;
  /** Names that the edits use and that files have to import: those of several repairs are imported once. */
  readonly imports?: readonly NeededImport[];
  /** The import changes that the edits need, which are combined with those of other repairs. */
  readonly importChanges?: ReadonlyMap<string, readonly ImportChange[]>;
  /** How far the change can be seen: in the body of a function, or by its callers, which are then judged again. */
  readonly reach: 'body' | 'signature';
}

/** A name that a file has to import. */
export interface NeededImport {
  /** The file that uses the name. */
  readonly fileName: string;
  readonly name: string;
  /** The module, as the import names it: `./database.js`. */
  readonly from: string;
}

/** The plan for a finding: nothing, a repair, or nothing for a reason that the report shows. */
export type Plan =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'repair'; readonly repair: Repair };

/** Where a finding was made. Nothing of it may be kept: the engine goes before the next one is made. */
export interface FindingPlace {
  readonly fileName: string;
  /** The engine that has every text as the rounds before left it. */
  readonly engine: Engine;
  /** Makes a unit of a file of that engine. */
  readonly toUnit: (sourceFile: ts.SourceFile) => FileUnit;
}

/** Plans the fix of a finding. */
export type RepairPlanner = (finding: Finding, place: FindingPlace) => Plan;

const noChange: Change = { title: '', edits: [], imports: [] };

/** The change of a finding's remedy: empty if it needs a manual change. */
export function changeOf({ remedy }: Finding): Change {
  return remedy.type === 'manual' ? noChange : remedy.change;
}

/** The edits of a finding's remedy, if it were the only one; none if it needs a manual change. */
export function editsOf(finding: Finding): readonly Edit[] {
  return editsOfChange(changeOf(finding));
}

/** Plans the edits of a finding's own remedy, which stay in its file, where they are wanted. */
export function planRemedy(isWanted: (finding: Finding) => boolean): RepairPlanner {
  return (finding, { fileName }) => {
    const { edits, imports } = changeOf(finding);
    if (edits.length === 0 || !isWanted(finding)) return { kind: 'none' };
    const importChanges = new Map(imports.length > 0 ? [[fileName, imports]] : []);
    return { kind: 'repair', repair: { edits: new Map([[fileName, edits]]), importChanges, reach: 'body' } };
  };
}
