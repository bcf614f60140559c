import type { Carried } from '../summaries/follow-call.js';
import type { Suspect } from '../uses/suspect.js';
import type { ConnectionUse } from '../connections/classify-connection.js';
import type { FileUnit } from '../unit.js';

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
