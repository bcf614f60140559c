import type { Edit, Range } from '../finding.js';

/** A name that a file imports. */
export interface ImportedName {
  readonly range: Range;
  /** What the file calls it. */
  readonly name: string;
  /** How often the file uses it. */
  readonly uses: number;
}

/** The names that a declaration imports: `{ a, b }` of an `import`, or of a `const` that takes them from `require`. */
export interface ImportList {
  readonly kind: 'list';
  /** From the first name to the last. */
  readonly range: Range;
  readonly names: readonly ImportedName[];
  /** What stands between two names. */
  readonly separator: string;
  /** What goes when no name is left: the declaration, or the list with the comma before it. */
  readonly whole: Range;
  /** What of that stands in front of the names and behind them. */
  readonly opening: string;
  readonly closing: string;
}

/** A place for a new import, with what goes before and after its names. */
export interface ImportPlace {
  readonly kind: 'place';
  readonly range: Range;
  readonly opening: string;
  readonly closing: string;
}

/**
 * What a change asks of the imports of its file. It is kept apart from the change's edits, since other changes of the file may
 * ask for the same: a name is added once, and goes when the last use of it goes.
 */
export type ImportChange =
  | { readonly kind: 'add'; readonly target: ImportList | ImportPlace; readonly text: string }
  | { readonly kind: 'release'; readonly target: ImportList; readonly name: string };

/** What someone asks of the imports of a file. */
export interface Wish<Owner> {
  readonly change: ImportChange;
  readonly owner: Owner;
}

/** An edit of a file's imports, and who wishes it. It stands as long as one of them is there; what only takes away, as long as all are. */
export interface WishedEdit<Owner> {
  readonly edit: Edit;
  readonly owners: readonly Owner[];
  readonly holds: 'withOne' | 'withAll';
}

/** The edits that do what several changes ask of the imports of one file, in the order of the text. */
export function renderImportEdits(changes: readonly ImportChange[]): readonly Edit[] {
  return fulfilWishes(changes.map(change => ({ change, owner: undefined }))).map(({ edit }) => edit);
}

/** The edits of the imports of one file that fulfil all wishes, in the order of the text. */
export function fulfilWishes<Owner>(wishes: readonly Wish<Owner>[]): readonly WishedEdit<Owner>[] {
  const keys = new Set(wishes.map(({ change }) => keyOf(change)));
  const edits = [...keys].flatMap(key => fulfil(wishes.filter(({ change }) => keyOf(change) === key)));
  return edits.toSorted((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
}

/** Changes of one list have one key, and so have those that begin the same new import. */
function keyOf({ target }: ImportChange): string {
  return target.kind === 'list'
    ? String(target.range.start)
    : `${target.range.start} ${target.opening} ${target.closing}`;
}

function fulfil<Owner>(wishes: readonly Wish<Owner>[]): readonly WishedEdit<Owner>[] {
  const target = wishes[0]?.change.target;
  if (!target) return [];
  const added = [...new Set(wishes.flatMap(({ change }) => (change.kind === 'add' ? [change.text] : [])))].toSorted();
  const kept = target.kind === 'list' ? findKept(target, wishes) : [];
  const removals = target.kind === 'list' ? removeNames(target, kept, wishes) : [];
  if (added.length === 0) return removals;
  const owners = wishes.filter(({ change }) => change.kind === 'add').map(({ owner }) => owner);
  return [{ edit: addNames(target, added, kept.length > 0), owners, holds: 'withOne' }, ...removals];
}

function findKept<Owner>({ names }: ImportList, wishes: readonly Wish<Owner>[]): readonly ImportedName[] {
  return names.filter(({ name, uses }) => uses > releasersOf(name, wishes).length);
}

function releasersOf<Owner>(name: string, wishes: readonly Wish<Owner>[]): readonly Owner[] {
  return wishes.filter(({ change }) => change.kind === 'release' && change.name === name).map(({ owner }) => owner);
}

/** Names are added to those that stay; where none does, by a declaration of their own, so that neither edit needs the other. */
function addNames(target: ImportList | ImportPlace, added: readonly string[], someStay: boolean): Edit {
  if (target.kind === 'place') return { ...target.range, text: target.opening + added.join(', ') + target.closing };
  const { closing, opening, range, separator, whole } = target;
  if (someStay) return insert(range.end, added.map(text => separator + text).join(''));
  return insert(whole.start, opening + added.join(separator) + closing);
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** Each name goes with the comma behind it, those at the end with the comma before; without any left, the declaration goes. */
function removeNames<Owner>(
  { names, whole }: ImportList,
  kept: readonly ImportedName[],
  wishes: readonly Wish<Owner>[],
): readonly WishedEdit<Owner>[] {
  if (kept.length === 0)
    return [
      {
        edit: { ...whole, text: '' },
        owners: names.flatMap(({ name }) => releasersOf(name, wishes)),
        holds: 'withAll',
      },
    ];
  const lastKept = names.findLastIndex(name => kept.includes(name));
  return names.flatMap((imported, index) => {
    if (kept.includes(imported)) return [];
    const { name, range } = imported;
    const start = index > lastKept ? (names[index - 1]?.range.end ?? range.start) : range.start;
    const end = index > lastKept ? range.end : (names[index + 1]?.range.start ?? range.end);
    return [{ edit: { start, end, text: '' }, owners: releasersOf(name, wishes), holds: 'withAll' as const }];
  });
}
