import type { Edit } from '../analysis/finding.js';
import { fulfilWishes } from '../analysis/remedies/import-change.js';
import type { Engine } from '../engines/engine.js';
import type { EditApplier } from './apply-edits.js';
import { isSame } from './choose-repairs.js';
import { EditedText, type OwnedEdit } from './edited-text.js';
import type { FileState } from './file-state.js';
import { importEdit } from './import-edits.js';
import { mergeOverlapping } from './merge-overlapping.js';
import type { NeededImport, Repair } from './repair.js';

/** A file that repairs add. */
export interface CreatedFile {
  readonly fileName: string;
  readonly text: string;
}

/** The files of a project as the repairs so far leave them, in memory; any repair can be left out again. */
export class Workspace {
  readonly #states: ReadonlyMap<string, FileState>;
  readonly #applier: EditApplier;
  readonly #created = new Map<string, { readonly text: string; readonly owners: Set<Repair> }>();
  /** The imports that repairs added, and who needs them. */
  readonly #imports = new Map<string, Repair[]>();
  /** What {@link texts} gives, as long as nothing changes. */
  #texts: ReadonlyMap<string, string> | undefined;

  constructor(states: readonly FileState[], applier: EditApplier) {
    this.#states = new Map(states.map(state => [state.fileName, state]));
    this.#applier = applier;
  }

  /** The files with edits, and those that are created. */
  get fileNames(): readonly string[] {
    return [...this.edited.map(({ fileName }) => fileName), ...this.#created.keys()];
  }

  /** The files with edits. */
  get edited(): readonly FileState[] {
    return [...this.#states.values()].filter(({ edited }) => edited.repairs.size > 0);
  }

  /** The files that are created. */
  get created(): readonly CreatedFile[] {
    return [...this.#created].map(([fileName, { text }]) => ({ fileName, text }));
  }

  /** Why a repair cannot be applied here; undefined where it can. */
  refusalOf({ edits }: Repair): string | undefined {
    const reasons = [...edits.keys()].map(fileName => {
      const state = this.#states.get(fileName);
      return state ? state.readOnlyReason : `${fileName} would need edits too but is not in the selected files`;
    });
    return reasons.find(reason => reason !== undefined);
  }

  /** Applies the repairs of a round, which touch each other only where they do the same. `engine` has the texts as they are. */
  apply(repairs: readonly Repair[], engine: Engine): void {
    const edits = [
      ...repairs.flatMap(repair => [...ownedEdits(repair), ...this.#importEdits(repair, engine)]),
      ...changedImports(repairs),
    ];
    for (const fileName of new Set(edits.map(edit => edit.fileName))) {
      const state = this.#states.get(fileName);
      if (!state) continue;
      state.edited.apply(shareEqual(edits.filter(edit => edit.fileName === fileName)));
      state.text = this.#render(state, new Set());
    }
    for (const repair of repairs) this.#create(repair);
    this.#texts = undefined;
  }

  /** The text of every file that has edits or is created, with those of the given repairs left out. */
  texts(without?: ReadonlySet<Repair>): ReadonlyMap<string, string> {
    if (without && without.size > 0) return this.#collectTexts(without);
    return (this.#texts ??= this.#collectTexts(new Set()));
  }

  /** The edits that make a file out of its original text, with those of the given repairs left out. */
  editsOf(fileName: string, without?: ReadonlySet<Repair>): readonly Edit[] {
    return this.#states.get(fileName)?.edited.toEdits(without) ?? [];
  }

  /** Whether a repair can be seen from files that it does not edit. */
  get changesSignatures(): boolean {
    return this.edited.some(({ edited }) => [...edited.repairs].some(({ reach }) => reach === 'signature'));
  }

  /** The repairs with an edit in a file, or that create it. */
  repairsOf(fileName: string): readonly Repair[] {
    return [...(this.#states.get(fileName)?.edited.repairs ?? []), ...(this.#created.get(fileName)?.owners ?? [])];
  }

  /** The files that belong together, since one repair changes them all. */
  get bundles(): readonly (readonly string[])[] {
    const fileNames = new Map<Repair, string[]>();
    for (const fileName of this.fileNames) {
      for (const repair of this.repairsOf(fileName))
        fileNames.set(repair, [...(fileNames.get(repair) ?? []), fileName]);
    }
    return mergeOverlapping(fileNames.values());
  }

  /** Takes everything back. */
  reset(): void {
    this.#created.clear();
    this.#imports.clear();
    this.#texts = undefined;
    for (const state of this.edited) {
      state.edited = new EditedText(state.original.text);
      state.text = state.original.text;
    }
  }

  #collectTexts(without: ReadonlySet<Repair>): ReadonlyMap<string, string> {
    const edited = this.edited.map(
      state => [state.fileName, without.size > 0 ? this.#render(state, without) : state.text] as const,
    );
    const created = [...this.#created].filter(([, { owners }]) => [...owners].some(owner => !without.has(owner)));
    return new Map([...edited, ...created.map(([fileName, { text }]) => [fileName, text] as const)]);
  }

  #render({ edited, fileName, original }: FileState, without: ReadonlySet<Repair>): string {
    return this.#applier.apply(fileName, original.text, edited.toEdits(without));
  }

  /** The edits for the names that a repair needs, but for those that another one has imported: both own that import then. */
  #importEdits(repair: Repair, engine: Engine): readonly FileEdit[] {
    return (repair.imports ?? []).flatMap(needed => {
      const known = this.#imports.get(toKey(needed));
      known?.push(repair);
      const sourceFile = engine.files.named(needed.fileName);
      const edit = known || !sourceFile ? undefined : importEdit(needed, sourceFile, engine.syntax);
      if (!edit) return [];
      const owners = [repair];
      this.#imports.set(toKey(needed), owners);
      return [{ fileName: needed.fileName, edit, owners, holds: 'withOne' }];
    });
  }

  #create(repair: Repair): void {
    for (const [fileName, text] of repair.created ?? []) {
      const known = this.#created.get(fileName) ?? { text, owners: new Set() };
      known.owners.add(repair);
      this.#created.set(fileName, known);
    }
  }
}

interface FileEdit extends OwnedEdit {
  readonly fileName: string;
}

/** Makes one edit of those that are the same, which stands as long as one of their repairs does. */
function shareEqual(edits: readonly OwnedEdit[]): readonly OwnedEdit[] {
  const shared: OwnedEdit[] = [];
  for (const one of edits) {
    const index = shared.findIndex(
      other => one.holds === 'withOne' && other.holds === 'withOne' && isSame(one.edit, other.edit),
    );
    const known = shared[index];
    if (known) shared[index] = { ...known, owners: [...known.owners, ...one.owners] };
    else shared.push(one);
  }
  return shared;
}

function ownedEdits(repair: Repair): readonly FileEdit[] {
  return [...repair.edits].flatMap(([fileName, edits]) =>
    edits.map(edit => ({ fileName, edit, owners: [repair], holds: 'withOne' as const })),
  );
}

/** The edits for what repairs ask of imports together. */
function changedImports(repairs: readonly Repair[]): readonly FileEdit[] {
  const requests = repairs.flatMap(owner =>
    [...(owner.importChanges ?? [])].flatMap(([fileName, changes]) =>
      changes.map(change => ({ fileName, change, owner })),
    ),
  );
  const fileNames = new Set(requests.map(({ fileName }) => fileName));
  return [...fileNames].flatMap(fileName =>
    fulfilWishes(requests.filter(request => request.fileName === fileName)).map(edit => ({ ...edit, fileName })),
  );
}

function toKey({ fileName, from, name }: NeededImport): string {
  return [fileName, from, name].join('\n');
}
