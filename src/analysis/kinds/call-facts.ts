import type ts from 'typescript';
import type { Candidate } from '../../syntax/candidate.js';
import type { Surroundings } from '../../syntax/classify-surroundings.js';
import { unwrap } from '../../syntax/unwrap.js';
import { findLocalBinding } from '../names/find-references.js';
import type { Unit } from '../unit.js';
import { classifySignal } from '../uses/classify-signal.js';
import { classifyUse } from '../uses/classify-use.js';
import { fateOfPromise, type Fate } from '../uses/find-fate.js';
import { isOnServer } from '../uses/is-on-server.js';
import type { Use } from '../uses/use.js';
import type { Found } from './kind.js';

/** A use in which something still is the promise. */
export type UseOfPromise = Extract<Use, { value: ts.Expression }>;

/** Where a use stands. */
export type PlaceOfCall = Exclude<Surroundings, { kind: 'module' }>;

/** What is known of a call by its use and what is around it; what is dear is found out when a kind asks. */
export class CallFacts {
  readonly call: Candidate;
  readonly use: UseOfPromise;
  readonly place: PlaceOfCall;
  readonly unit: Unit;
  #dropped: { readonly found: Found | undefined } | undefined;

  constructor(
    call: Candidate,
    use: UseOfPromise,
    { place, unit }: { readonly place: PlaceOfCall; readonly unit: Unit },
  ) {
    this.call = call;
    this.use = use;
    this.place = place;
    this.unit = unit;
  }

  get isAsync(): boolean {
    return this.place.kind === 'async';
  }

  /** Whether the function around it is async, or none that belongs to a user interface. */
  get isOnServer(): boolean {
    return this.isAsync || isOnServer(this.place, this.unit);
  }

  /** Who hears of a promise that is dropped where it stands. */
  get signal(): ReturnType<typeof classifySignal> {
    return classifySignal(this.use.value, this.unit);
  }

  /** What becomes of a promise that a local variable keeps. */
  get fate(): Fate | undefined {
    return this.use.kind === 'assigned' ? fateOfPromise(this.use.value, this.unit) : undefined;
  }

  /** What is lost with a promise that is dropped where it stands, or kept where nothing waits for it, and whose failure nobody hears of. */
  get dropped(): Found | undefined {
    this.#dropped ??= { found: this.#findDropped() };
    return this.#dropped.found;
  }

  #findDropped(): Found | undefined {
    const { fate, use } = this;
    if (use.kind === 'floating' || use.kind === 'handled') {
      const { signal } = this;
      return signal === 'heard' || (use.kind === 'handled' && signal === 'none') ? undefined : { failure: 'unheard' };
    }
    return fate?.awaited === 'never' && !fate.isHandled ? this.kept : undefined;
  }

  /** What is lost with a promise in a local variable. */
  get kept(): Found | undefined {
    const { fate, unit, use } = this;
    const binding = use.kind === 'assigned' ? findLocalBinding(use.binding, unit) : undefined;
    return binding && fate && { binding, ...(isStartedByRead(fate, unit) && { isStarted: true }) };
  }
}

/** Whether a read of a variable whose promise nobody waits for begins to wait all the same: `saved.then(log);`. */
function isStartedByRead({ awaited, reads }: Fate, unit: Unit): boolean {
  if (awaited !== 'never') return false; // it may run long after what is lost here
  return reads.some(read => {
    const use = classifyUse(read, unit.syntax);
    return 'value' in use && unwrap(use.value, unit.syntax) !== read;
  });
}
