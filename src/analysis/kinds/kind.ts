import type { Origin } from '../finding.js';
import type { Unit } from '../unit.js';
import type { Suspect } from '../uses/suspect.js';
import type { CallFacts } from './call-facts.js';

/** Public name of a rule, without the plugin's prefix. */
export type RuleName = 'no-unawaited-calls' | 'no-fire-and-forget' | 'no-blocking-calls';

/** Fills the placeholders of a kind's message. */
export type MessageData = Readonly<
  Record<'call' | 'path' | 'laziness' | 'handling' | 'consequence' | 'binding' | 'instead' | 'ignoring', string>
>;

/** What mends a call of a kind, by name: each is chosen in `remedies`. */
export type RemedyName =
  | 'await'
  | 'awaitReturned'
  | 'awaitInsteadOfVoid'
  | 'awaitCollection'
  | 'awaitMapped'
  | 'loop'
  | 'detached'
  | 'unblock';

/** One kind of finding: all that is known of it. Rule metadata, options, report headings and tables are made of these. */
export interface KindDeclaration {
  readonly rule: RuleName;
  /** A heading of a few words. */
  readonly title: string;
  /** What is wrong with code of this kind, in one sentence. */
  readonly description: string;
  /** The message, with placeholders that {@link MessageData} fills. */
  readonly message: string;
  /** Whether code of this kind loses a query, too, that runs only when it is awaited: such a query is a value until then. */
  readonly isLossOfLazy: boolean;
  /** Whether it loses something even where the failure is seen to. */
  readonly isLossThoughHandled?: true;
  /** Whether it loses something in a function that is not async as well: what is wrong is not who waits. */
  readonly isLossAnywhere?: true;
  /** The option of the rule that turns it on; on with its rule where there is none. */
  readonly option?: string;
  readonly remedy: RemedyName;
  /** Tells a call of this kind by its use and what is around it; undefined where it is none. None for a kind that is found otherwise. */
  readonly find?: (facts: CallFacts) => Found | undefined;
  /** Whether a call that was found as another kind turns out to be of this one, once it is known what it carries. */
  readonly refines?: (known: KnownLoss, unit: Unit) => boolean;
  /** Whether a call that was found as another kind may turn out to be of this one. */
  readonly mayRefine?: (kind: Suspect['kind']) => boolean;
}

/** What is lost of a call, beside what its use says. */
export type Found = Pick<Suspect, 'binding' | 'collection' | 'isResponse' | 'memberOf'> &
  Partial<Pick<Suspect, 'failure' | 'isStarted' | 'surroundings'>>;

/** A call that is lost, and what it carries. */
export interface KnownLoss {
  readonly suspect: Suspect;
  readonly origin: Origin;
  /** Whether its failure is seen to. */
  readonly isHandled: boolean;
}
