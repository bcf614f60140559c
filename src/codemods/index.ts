import type { Report } from '../analysis/report/report.js';
import type { FixOptions, ScanOptions } from './options.js';
import { run } from './run.js';
import { runWithCache } from './cache/run-with-cache.js';

export type {
  FileReport,
  Mode,
  Outcome,
  Report,
  ReportedFinding,
  SkippedFile,
  Summary,
} from '../analysis/report/report.js';
export type { PersistenceSettings, TypeOrValueSpecifier } from '../analysis/configuration/settings.js';
export type { LibraryEntry } from '../catalogue/library-entry.js';
export { explain } from './explain.js';
export type { LineExplanation, Place, PlacedExplanation } from './explain.js';
export type { FixOptions, NoticeAbout, Offers, ScanOptions, Shard } from './options.js';
export type { Progress } from './progress.js';
export { UsageError } from './usage-error.js';

/**
 * Finds lost persistence promises. Throws a {@link UsageError} when the selection cannot be read, and the reason of
 * `signal` when that is aborted.
 *
 * @example const { summary } = await scan({ cwd: '/app', workspaces: true });
 */
export async function scan(options: ScanOptions = {}): Promise<Report> {
  return (await runWithCache(options)).report;
}

/**
 * Finds lost persistence promises and repairs them: in memory, or with `write` on disk. Looks at no git repository, and
 * throws as {@link scan} does.
 *
 * @example const { files } = await fix({ cwd: '/app', write: true });
 */
export async function fix(options: FixOptions = {}): Promise<Report> {
  return (await run(options.write === true ? 'write' : 'dryRun', options)).report;
}
