import { parentPort, workerData } from 'node:worker_threads';
import type { Mode } from '../analysis/report/report.js';
import { recordDependencies } from '../dependencies.js';
import { Breakdown } from './breakdown.js';
import type { Outcome } from './file-outcome.js';
import { nullThrows } from './null-throws.js';
import { prepareRun } from './prepare-run.js';
import { runProject } from './run-project.js';
import { UsageError } from './usage-error.js';
import type { PlainOptions, WorkerMessage } from './worker-messages.js';

/** A thread that runs projects, each when it is told its number. It prepares the same run for itself, from the same options. */
const port = nullThrows(parentPort, 'this file is only ever run in a thread');
const { mode, options } = workerData as { readonly mode: Mode; readonly options: PlainOptions }; // what run-in-workers.ts gives
const prepared = prepareRun(mode, options);

port.on('message', (index: number) => {
  void answer(index).then(message => {
    port.postMessage(message);
  });
});

async function answer(index: number): Promise<WorkerMessage> {
  try {
    const { projects, ...context } = await prepared;
    const project = nullThrows(projects[index], 'both sides prepare the same projects');
    const tell = (progress: Extract<WorkerMessage, { kind: 'progress' }>['progress']): void => {
      port.postMessage({ kind: 'progress', index, progress } satisfies WorkerMessage);
    };
    const judge = (): Promise<Outcome> =>
      runProject(project, { ...context, choose: undefined, signal: undefined, tell });
    const { dependencies, result: outcome } =
      options.cache === undefined ? { dependencies: [], result: await judge() } : await recordDependencies(judge);
    return { kind: 'done', index, outcome, dependencies };
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'refused', message: error.message };
    if (error instanceof Breakdown) return { kind: 'brokenDown', message: error.message };
    return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
