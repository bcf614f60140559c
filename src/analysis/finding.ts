import type { Execution, Operation } from '../catalogue/library-entry.js';
import { renderImportEdits, type ImportChange } from './remedies/import-change.js';
import type { MessageData } from './kinds/kind.js';
import type { Kind } from './kinds/kinds.js';
import type { Step } from './step.js';

/** Where a persistence call comes from. */
export interface Origin {
  /** The catalogued or configured package; `project` for the project's own repository types. */
  readonly library: string;
  /** The type that declares the method; undefined for a function. */
  readonly receiver: string | undefined;
  readonly method: string;
  readonly operation: Operation;
  readonly execution: Execution;
  /** The project functions the call goes through, outermost first; empty for a direct call. */
  readonly via: readonly string[];
  /** Where these functions stand, with those that have no name, and at last the call that they come to; missing for a direct call. */
  readonly steps?: readonly Step[];
}

/** A half-open range of UTF-16 offsets into a file's text, without its byte order mark. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces a range by a text. An insertion has an empty range. */
export interface Edit extends Range {
  readonly text: string;
}

/** Edits that belong together, and a title that says what they do. */
export interface Change {
  readonly title: string;
  /** In the order of the text. */
  readonly edits: readonly Edit[];
  /** What the edits need of the imports of the file. */
  readonly imports: readonly ImportChange[];
}

/** All edits of a change that is made alone, in the order of the text. */
export function editsOfChange({ edits, imports }: Change): readonly Edit[] {
  return [...renderImportEdits(imports), ...edits].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * What mends a finding: a `fix` cannot change what correct code does; a `suggestion` may change control flow, order or
 * concurrency; `manual` is for a person, and says why. `guard` names the one that decided so, where it was not the form of the edit.
 */
export type Remedy =
  | { readonly type: 'fix'; readonly change: Change }
  | { readonly type: 'suggestion'; readonly change: Change; readonly reason: string; readonly guard?: string }
  | {
      readonly type: 'manual';
      readonly reason: string;
      readonly guard?: string;
      /** What would mend it if the function around it were async; undefined where that is not what is missing. */
      readonly whenAsync?: Remedy;
    };

/** One lost persistence promise. Plain data: nothing in it refers to a tree or a checker. */
export interface Finding {
  readonly kind: Kind;
  /** The persistence call. */
  readonly range: Range;
  /** The call without its arguments, as messages show it: `container.items.create()`. */
  readonly call: string;
  /** The function around the call: `Class.method`, a name, or `<anonymous>`. */
  readonly function: string;
  readonly origin: Origin;
  readonly data: MessageData;
  readonly remedy: Remedy;
}
