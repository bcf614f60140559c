import { runWithCache } from '../codemods/cache/run-with-cache.js';
import type { ScanOptions } from '../codemods/options.js';
import { UsageError } from '../codemods/usage-error.js';
import { compareWithBaseline, openBaseline } from './compare-with-baseline.js';
import { endRun } from './end-run.js';
import { findCacheFolder } from './find-cache-folder.js';
import type { ExitCode } from './exit-code.js';
import { toScanOptions, type CacheFlags, type OwnScanFlags } from './flags.js';
import { printReports } from './print-reports.js';
import { resolveTargets } from './resolve-targets.js';
import type { Terminal } from './terminal.js';
import { watchRun } from './watch-run.js';

/** Judges and reports. */
export async function runScan(paths: readonly string[], flags: OwnScanFlags, terminal: Terminal): Promise<ExitCode> {
  const targets = resolveTargets(flags, terminal.cwd);
  const opened = await openBaseline(flags, terminal.cwd);
  const options = { ...(await toScanOptions(terminal.cwd, paths, flags)), ...toCache(flags, terminal.cwd) };
  const { judged, report: found } = await watchRun(flags, terminal, watching =>
    runWithCache({ ...options, ...watching }),
  );
  const report = opened ? await compareWithBaseline({ report: found, judged }, opened, flags, terminal) : found;
  await printReports(report, { ...flags, targets }, terminal);
  return endRun(report, flags, terminal);
}

function toCache({ cache = false, cacheLocation }: CacheFlags, cwd: string): Pick<ScanOptions, 'cache'> {
  if (cacheLocation !== undefined && !cache)
    throw new UsageError('--cache-location says more about --cache, and is nothing without it.');
  if (!cache) return {};
  const folder = cacheLocation ?? findCacheFolder(cwd);
  if (folder !== undefined) return { cache: folder };
  throw new UsageError(
    `${cwd}: there is no node_modules here or above, where --cache keeps results. Name a folder with --cache-location.`,
  );
}
