import type { Dependency } from '../dependencies.js';
import type { Outcome } from './file-outcome.js';
import type { FixOptions } from './options.js';
import type { ProjectProgress } from './progress.js';

/** The options of a run that can be passed to another thread. */
export type PlainOptions = Omit<FixOptions, 'choose' | 'onNotice' | 'onProgress' | 'signal'>;

/** A message from a thread about the project with the number `index`. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly index: number; readonly progress: ProjectProgress }
  | {
      readonly kind: 'done';
      readonly index: number;
      readonly outcome: Outcome;
      /** What the outcome depends on; nothing where nobody wants to know. */
      readonly dependencies: readonly Dependency[];
    }
  /** By a usage error. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'brokenDown'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };
