import type { Edit, Range } from '../analysis/finding.js';
import type { Repair } from './repair.js';

/** An edit of the current text, and the repairs that want it. It stands as long as one of them does, or all. */
export interface OwnedEdit {
  readonly edit: Edit;
  readonly owners: readonly Repair[];
  readonly holds: 'withOne' | 'withAll';
}

/** A stretch of the original text or of a text that repairs put in. */
interface Piece {
  readonly text: string;
  /** Where it is in the original, or where in the original it was put. */
  readonly start: number;
  /** The repairs that put it in; none for the original text. */
  readonly owners: readonly Repair[];
  /** The repairs that took it out. */
  readonly removers: readonly Repair[];
}

/**
 * A text on its way through rounds of edits, which knows of each stretch whether it is original or whose edit it is. So
 * any repair can be left out again, and every place be found in the original.
 */
export class EditedText {
  #pieces: readonly Piece[];
  readonly #bases = new Map<Repair, Set<Repair>>();
  /** They own what holds only with all of some repairs. */
  readonly #virtualOwners = new Set<Repair>();

  constructor(original: string) {
    this.#pieces = [{ text: original, start: 0, owners: [], removers: [] }];
  }

  /** The repairs with an edit in this text. */
  get repairs(): ReadonlySet<Repair> {
    return new Set(
      this.#pieces
        .flatMap(({ owners, removers }) => [...owners, ...removers])
        .filter(owner => !this.#virtualOwners.has(owner)),
    );
  }

  /** Applies the edits of a round, which must not overlap. Their offsets are those of the text with all edits so far. */
  apply(edits: readonly OwnedEdit[]): void {
    for (const edit of edits.toSorted((a, b) => b.edit.start - a.edit.start || b.edit.end - a.edit.end))
      this.#applyOne(edit); // what is put in where something goes stays
  }

  /** The edits that make the text out of the original, with those of the given repairs left out, in the order of the text. */
  toEdits(without: ReadonlySet<Repair> = new Set()): readonly Edit[] {
    const isKept = (repair: Repair): boolean => [...this.#foundationsOf(repair)].every(one => !without.has(one));
    const edits: Edit[] = [];
    let pending: Edit | undefined;
    for (const { owners, removers, start, text } of this.#pieces) {
      const isRemoved = removers.some(isKept);
      if (owners.length === 0 && !isRemoved) {
        if (pending) edits.push(pending);
        pending = undefined;
      } else if (owners.length === 0) {
        pending = { start: pending?.start ?? start, end: start + text.length, text: pending?.text ?? '' };
      } else if (!isRemoved && owners.some(isKept)) {
        pending = { start: pending?.start ?? start, end: pending?.end ?? start, text: (pending?.text ?? '') + text };
      }
    }
    return pending ? [...edits, pending] : edits;
  }

  /** A repair and all that it is nothing without. Two repairs of one round can each build on the other. */
  #foundationsOf(repair: Repair): ReadonlySet<Repair> {
    const found = new Set([repair]);
    for (const one of found) for (const base of this.#bases.get(one) ?? []) found.add(base);
    return found;
  }

  get #end(): number {
    const last = this.#pieces.findLast(({ owners }) => owners.length === 0);
    return last ? last.start + last.text.length : 0;
  }

  #applyOne({ edit, holds, owners: wanted }: OwnedEdit): void {
    const owners = holds === 'withAll' && wanted.length > 1 ? [this.#virtualOwnerOf(wanted)] : wanted;
    const pieces: Piece[] = [];
    let at = 0;
    let isPut = false;
    for (const piece of this.#pieces) {
      if (piece.removers.length > 0) {
        pieces.push(piece);
        continue;
      }
      const length = piece.text.length;
      const [before, inside, behind] = cut(piece, edit.start - at, edit.end - at);
      const isSplit = before !== undefined && (inside ?? behind) !== undefined;
      if (piece.owners.length > 0 && (inside !== undefined || isSplit)) this.#note(owners, piece.owners);
      if (before) pieces.push(before);
      if (!isPut && edit.start < at + length) {
        pieces.push({ text: edit.text, start: (inside ?? behind ?? piece).start, owners, removers: [] });
        isPut = true;
      }
      if (inside) pieces.push({ ...inside, removers: owners });
      if (behind) pieces.push(behind);
      at += length;
    }
    if (!isPut) pieces.push({ text: edit.text, start: this.#end, owners, removers: [] });
    this.#pieces = pieces.filter(({ text }) => text !== '');
  }

  #virtualOwnerOf(all: readonly Repair[]): Repair {
    const virtualOwner: Repair = { edits: new Map(), reach: 'body' };
    this.#virtualOwners.add(virtualOwner);
    this.#bases.set(virtualOwner, new Set(all));
    return virtualOwner;
  }

  /** Notes that an edit changes what another repair put in, so that it is nothing without it. */
  #note(owners: readonly Repair[], bases: readonly Repair[]): void {
    for (const owner of owners) this.#bases.set(owner, new Set([...(this.#bases.get(owner) ?? []), ...bases]));
  }
}

/** What of a piece lies before, inside and behind a range that is given from the piece's beginning. */
function cut(
  piece: Piece,
  start: number,
  end: number,
): readonly [Piece | undefined, Piece | undefined, Piece | undefined] {
  return [slice(piece, 0, start), slice(piece, start, end), slice(piece, Math.max(start, end), piece.text.length)];
}

function slice(piece: Piece, start: number, end: number): Piece | undefined {
  const from = Math.max(start, 0);
  const text = piece.text.slice(from, Math.max(end, from));
  return text === ''
    ? undefined
    : { ...piece, text, start: piece.owners.length > 0 ? piece.start : piece.start + from };
}

/**
 * Where in the original an offset of a text comes from, given the edits that made that text; what was put in counts as the
 * place where it was.
 */
export function toOriginalOffset(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { end, start, text } of edits) {
    if (offset < start + shift) break;
    if (offset < start + shift + text.length) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}

/** Like {@link toOriginalOffset}, for a range: where its first and its last character come from. */
export function toOriginalRange({ end, start }: Range, edits: readonly Edit[]): Range {
  const from = toOriginalOffset(start, edits);
  return { start: from, end: end > start ? Math.max(from, toOriginalOffset(end - 1, edits) + 1) : from };
}
