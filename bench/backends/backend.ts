import type { Kind } from '../../src/analysis/kinds/kinds.js';
import type { ReportedFinding } from '../../src/analysis/report/report.js';

/** A public back end at one commit, and what the product found in it when it was recorded. */
export interface Backend {
  /** The name of its folder below the folder of checkouts. */
  readonly name: string;
  /** Owner and name on GitHub. */
  readonly repository: string;
  readonly commit: string;
  /** The tsconfigs that are scanned, relative to the checkout. */
  readonly projects: readonly string[];
  /** Shell command that installs the packages in the checkout; scripts of packages are not run. */
  readonly install: string;
  /** The persistence libraries that its code calls. */
  readonly libraries: readonly string[];
  /** What of it was read; where these differ, the checkout or its packages are others than those of the record. */
  readonly extent: Extent;
  readonly findings: readonly RecordedFinding[];
}

/** How much of a back end a scan could read. */
export interface Extent {
  readonly files: number;
  /** How many calls could not be judged because an import was not found. */
  readonly unresolved: number;
}

/** A finding as it is recorded: where and what, without any of the back end's text. */
export interface RecordedFinding {
  /** Relative to the checkout, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly kind: Kind;
  readonly remedy: ReportedFinding['remedy'];
  /** The first twelve hexadecimal digits of the message's SHA-256. */
  readonly message: string;
  /** The same of the edits; missing where there are none. */
  readonly edit?: string;
}
