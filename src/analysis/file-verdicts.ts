import type ts from 'typescript';
import type { IsMeant } from '../syntax/candidate.js';
import { isLookedFor, type Checks } from './configuration/checks.js';
import { judgeSuspect, type Judgement, type Verdict } from './judge-suspect.js';
import type { FileUnit } from './unit.js';
import { findDetachedSuspects, findSuspects } from './kinds/find-suspects.js';
import type { Suspect } from './uses/suspect.js';

/** What is known of the calls of one file that may lose a promise: each is found and judged once, whoever asks, and none that nobody asks about. */
export class FileVerdicts {
  readonly #unit: FileUnit;
  readonly #isMeant: IsMeant;
  readonly #judgements = new Map<Suspect, Judgement>();
  #others: readonly Suspect[] | undefined;
  #detached: readonly Suspect[] | undefined;

  /** Of the calls of a file, those that are meant. */
  constructor(unit: FileUnit, isMeant: IsMeant) {
    this.#unit = unit;
    this.#isMeant = isMeant;
  }

  /** In the order of the text; those in the callbacks of timers and emitters only where these are looked for. */
  suspects({ kinds }: Checks): readonly Suspect[] {
    this.#others ??= findSuspects(this.#unit, this.#isMeant);
    if (!kinds.has('callbackDetached')) return this.#others;
    this.#detached ??= findDetachedSuspects(this.#unit, this.#isMeant);
    return [...this.#detached, ...this.#others].toSorted((a, b) => a.call.pos - b.call.pos);
  }

  /** What is said of a suspect where that is looked for. */
  verdictOf(suspect: Suspect, checks: Checks): Verdict {
    if (!isAskedFor(suspect, checks)) return { kind: 'silent', why: 'notLookedFor' };
    const { of, verdict } = this.#judge(suspect);
    return of && checks.kinds.get(of.kind)?.has(of.operation) !== true
      ? { kind: 'silent', why: 'notLookedFor' }
      : verdict();
  }

  #judge(suspect: Suspect): Judgement {
    let judgement = this.#judgements.get(suspect);
    if (!judgement) this.#judgements.set(suspect, (judgement = judgeSuspect(suspect, this.#unit)));
    return judgement;
  }
}

/** Whether a suspect, or what it may turn out to be, is looked for. */
export function isAskedFor({ isResponse, kind }: Suspect, checks: Checks): boolean {
  return isLookedFor(kind, checks) && (isResponse !== true || checks.checkReturnedObjects);
}

/** The verdicts of all calls of a file. Those of the file that was asked about last are kept: the rules of a linter ask one after the other. */
export function verdictsOf(unit: FileUnit): FileVerdicts {
  const latest = unit.memory.of(createLatest);
  if (latest.sourceFile !== unit.sourceFile) {
    latest.sourceFile = unit.sourceFile;
    latest.verdicts = undefined;
  }
  return (latest.verdicts ??= new FileVerdicts(unit, () => true));
}

interface Latest {
  sourceFile: ts.SourceFile | undefined;
  verdicts: FileVerdicts | undefined;
}

function createLatest(): Latest {
  return { sourceFile: undefined, verdicts: undefined };
}
