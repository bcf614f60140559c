import { Worker } from 'node:worker_threads';
import { noteRecorded, type Dependency } from '../dependencies.js';
import { describeStray } from '../describe-error.js';
import type { Mode } from '../analysis/report/report.js';
import { Breakdown } from './breakdown.js';
import type { Outcome } from './file-outcome.js';
import type { PreparedRun } from './prepare-run.js';
import type { ProjectProgress } from './progress.js';
import { UsageError } from './usage-error.js';
import type { PlainOptions, WorkerMessage } from './worker-messages.js';

/** How projects are run in several threads. */
export interface WorkerContext {
  readonly mode: Mode;
  readonly options: PlainOptions;
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
  readonly tell: (index: number, progress: ProjectProgress) => void;
}

/** Runs the projects in threads, the largest first, and gives what each gave in the order of the projects. */
export async function runInWorkers({ projects }: PreparedRun, context: WorkerContext): Promise<readonly Outcome[]> {
  const queue = [...projects.keys()].toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const outcomes = new Map<number, Outcome>();
  const dependencies: Dependency[] = [];
  const count = Math.min(context.concurrency, projects.length);
  const workers = Array.from(
    { length: count },
    () =>
      new Worker(new URL('./project-worker.js', import.meta.url), {
        workerData: { mode: context.mode, options: context.options },
      }),
  );
  try {
    await Promise.all(workers.map(worker => workThrough(worker, { ...context, queue, outcomes, dependencies })));
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
  noteRecorded(dependencies);
  return [...projects.keys()].flatMap(index => outcomes.get(index) ?? []);

  function sizeOf(index: number): number {
    return projects[index]?.config.fileNames.length ?? 0;
  }
}

interface Work extends WorkerContext {
  /** Numbers of the projects that have not started. */
  readonly queue: number[];
  readonly outcomes: Map<number, Outcome>;
  /** What they depend on, as it was when they were made. */
  readonly dependencies: Dependency[];
}

/** Gives a thread one project after the other until none is left. */
async function workThrough(worker: Worker, { dependencies, outcomes, queue, signal, tell }: Work): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((done, fail) => {
    const abort = (): void => {
      fail(signal?.reason as Error); // whatever the caller aborted with
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.on('error', error => {
      fail(
        new Breakdown(`${describeStray(error)} Fix it, or ignore the ESLint configuration with --no-eslint-config.`),
      );
    });
    worker.on('exit', () => {
      fail(
        new Breakdown(
          'Something that a project loads ended its thread before the project was done. Fix it, or ignore the ESLint configuration with --no-eslint-config.',
        ),
      );
    });
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'progress':
          tell(message.index, message.progress);
          return;
        case 'done':
          outcomes.set(message.index, message.outcome);
          for (const dependency of message.dependencies) dependencies.push(dependency);
          next();
          return;
        case 'refused':
          fail(new UsageError(message.message));
          return;
        case 'brokenDown':
          fail(new Breakdown(message.message));
          return;
        case 'failed':
          fail(new Error(message.message));
      }
    });
    next();

    function next(): void {
      const index = queue.shift();
      if (index !== undefined) {
        worker.postMessage(index);
        return;
      }
      signal?.removeEventListener('abort', abort);
      done();
    }
  });
}
