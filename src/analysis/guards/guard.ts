import type { Carried } from '../summaries/follow-call.js';
import type { Suspect } from '../uses/suspect.js';
import type { ConnectionUse } from '../connections/classify-connection.js';
import type { Origin } from '../finding.js';
import type { FileUnit, Unit } from '../unit.js';

/** A lost call, with what is known of it and of the code around it. */
export interface LostCall extends Suspect, Carried {
  readonly connection: ConnectionUse;
  /** Whether the call is detached in a way that looks meant: by `void`, behind a handler, as a comment says. */
  readonly isOnPurpose: boolean;
}

/** A reason to be careful with the `await` of a lost call: without one, it is a fix. */
export interface Guard {
  /** Names the guard in tests and in its break. */
  readonly id: string;
  /** `manual`: waiting could hang, so there is no edit. `suggestion`: somebody has to look at the edit first. */
  readonly effect: 'manual' | 'suggestion';
  /** Why, as a clause that needs no context. */
  readonly says: string;
  /** What can be added to that of a call, in few words. */
  details?(lost: LostCall): string | undefined;
  holds(lost: LostCall, unit: FileUnit): boolean;
}

/** A call whose promise is lost, before it is known whether that loses anything. */
export interface LostPromise {
  /** With the kind that it turned out to be of. */
  readonly suspect: Suspect;
  readonly origin: Pick<Origin, 'execution' | 'library' | 'operation'>;
  /** Whether it extends a query that belongs to someone else. */
  readonly isExtension: boolean;
  /** Whether it gives a query that may be meant as text. */
  readonly isText: boolean;
  /** Whether waiting for it may take as long as the program runs. */
  readonly mayHang: boolean;
}

/** A reason to say nothing of a lost promise: the code may well be meant as it is. */
export interface SilentGuard {
  /** Names the guard in tests, in its break and in what `--explain` prints. */
  readonly id: string;
  readonly effect: 'silent';
  /** Why, as a clause that needs no context. */
  readonly says: string;
  holds(lost: LostPromise, unit: Unit): boolean;
}
