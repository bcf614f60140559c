import type { Mode } from '../analysis/report/report.js';
import { toRealPath } from './assign-files.js';
import { keepOutcome } from './cache/keep-outcome.js';
import type { Outcome } from './file-outcome.js';
import type { FixOptions } from './options.js';
import type { PreparedRun } from './prepare-run.js';
import { addUpProgress, notStarted, type ProjectProgress } from './progress.js';
import { runInWorkers } from './run-in-workers.js';
import { runProject } from './run-project.js';
import type { PlainOptions } from './worker-messages.js';

/** Runs every project, and combines the results, which do not depend on how many run in parallel. */
export async function runProjects(prepared: PreparedRun, mode: Mode, options: FixOptions): Promise<Outcome> {
  const { cache, choose, concurrency = 1, onProgress, signal } = options;
  const progress = prepared.projects.map(() => notStarted);
  const tell = (index: number, state: ProjectProgress): void => {
    progress[index] = state;
    onProgress?.(addUpProgress(progress));
  };
  // One alone is kept as the whole run, and a part does not know the files of the others.
  const isKept = mode === 'scan' && options.shard === undefined && prepared.projects.length > 1;
  const isShared = concurrency > 1 && !choose && prepared.projects.length > 1;
  return combine(
    isShared
      ? await runInWorkers(prepared, { mode, options: toPlain(options), concurrency, signal, tell })
      : await runHere(prepared, { cache: isKept ? cache : undefined, choose, signal, tell }),
  );
}

function toPlain(options: FixOptions): PlainOptions {
  const plain = Object.entries(options).filter(
    ([, value]) => typeof value !== 'function' && !(value instanceof AbortSignal),
  );
  return Object.fromEntries(plain);
}

interface HereContext {
  /** Where outcomes are kept, if anywhere. */
  readonly cache: string | undefined;
  readonly choose: FixOptions['choose'];
  readonly signal: AbortSignal | undefined;
  readonly tell: (index: number, progress: ProjectProgress) => void;
}

/** One project after the other, so that only one program is alive. */
async function runHere(
  prepared: PreparedRun,
  { cache, choose, signal, tell }: HereContext,
): Promise<readonly Outcome[]> {
  const { projects, ...context } = prepared;
  const outcomes: Outcome[] = [];
  for (const [index, project] of projects.entries()) {
    signal?.throwIfAborted();
    const tellOwn = (state: ProjectProgress): void => {
      tell(index, state);
    };
    const judge = (): Promise<Outcome> => runProject(project, { ...context, choose, signal, tell: tellOwn });
    outcomes.push(cache === undefined ? await judge() : await keepOutcome({ folder: cache, judge, prepared, project }));
  }
  return outcomes;
}

/** A file that no tsconfig lists may be imported in several projects: it counts in the first. */
function combine(outcomes: readonly Outcome[]): Outcome {
  return {
    files: firstOf(
      outcomes.flatMap(({ files }) => files),
      ({ fileName }) => toRealPath(fileName),
    ),
    bundles: outcomes.flatMap(({ bundles }) => bundles),
    created: firstOf(
      outcomes.flatMap(({ created }) => created),
      ({ fileName }) => toRealPath(fileName),
    ),
    skips: firstOf(
      outcomes.flatMap(({ skips }) => skips),
      ({ cause, fileName }) => `${cause} ${toRealPath(fileName)}`,
    ),
    notices: [...new Set(outcomes.flatMap(({ notices }) => notices))],
    missing: [...new Set(outcomes.flatMap(({ missing }) => missing))],
    hasDatabase: outcomes.some(({ hasDatabase }) => hasDatabase),
  };
}

function firstOf<File>(files: readonly File[], keyOf: (file: File) => string): readonly File[] {
  const byKey = new Map<string, File>();
  for (const file of files) {
    const key = keyOf(file);
    if (!byKey.has(key)) byKey.set(key, file);
  }
  return [...byKey.values()];
}
