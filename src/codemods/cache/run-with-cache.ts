import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../../analysis/report/report.js';
import { recordDependencies } from '../../dependencies.js';
import { findConfigPaths } from '../find-config-paths.js';
import type { NoticeAbout, ScanOptions } from '../options.js';
import { prepareTask } from '../prepare-task.js';
import { run, type Run } from '../run.js';
import { areUnchanged } from './are-unchanged.js';
import { describeTool } from './describe-tool.js';
import { openEntry, type Entry } from './entry.js';

/**
 * Scans, or gives what the last scan of the same options gave, where all that it asked the disk, git and the ESLint
 * configuration has the same answers. Without a cache in the options it only scans.
 */
export async function runWithCache(options: ScanOptions): Promise<Run> {
  if (options.cache === undefined) return await run('scan', options);
  const entry = await openOwnEntry(resolve(options.cwd ?? process.cwd(), options.cache), options);
  const kept = entry.read();
  if (kept && (await areUnchanged(kept.dependencies))) {
    const { notices, ...known } = kept.value;
    for (const { about, sentence } of notices) options.onNotice?.(sentence, about);
    return { ...known, changes: [] };
  }
  const notices: Notice[] = [];
  const onNotice = (sentence: string, about: NoticeAbout): void => {
    notices.push({ sentence, about });
    options.onNotice?.(sentence, about);
  };
  const { dependencies, result } = await recordDependencies(() => run('scan', { ...options, onNotice }));
  const { judged, report } = result;
  const problem = isLasting(report) ? entry.write({ dependencies, value: { judged, report, notices } }) : undefined;
  if (problem !== undefined) options.onNotice?.(problem, 'run');
  return result;
}

/** What is kept of a scan. */
interface KeptScan extends Pick<Run, 'judged' | 'report'> {
  readonly notices: readonly Notice[];
}

interface Notice {
  readonly sentence: string;
  readonly about: NoticeAbout;
}

/** Opens the entry of a scan's options. Whatever the options say that no question to the disk tells is in its key. */
async function openOwnEntry(folder: string, options: ScanOptions): Promise<Entry<KeptScan>> {
  const { files, partlyStaged, ...task } = await prepareTask('scan', options);
  const asked = {
    cwd: [process.cwd(), realpathSync(options.cwd ?? process.cwd())],
    configPaths: findConfigPaths(task.projects),
    paths: files.paths,
    task,
    shard: options.shard,
    selectsChanged: files.changed !== undefined,
  };
  const state = { tool: describeTool(), changed: files.changed && [...files.changed].toSorted(), partlyStaged };
  return openEntry(folder, { asked, state });
}

/** What could not be read, or failed, is tried again. */
function isLasting({ skipped }: Report): boolean {
  return skipped.every(({ cause }) => cause === 'leftOut');
}
