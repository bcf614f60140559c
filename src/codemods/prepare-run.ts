import type { Mode } from '../analysis/report/report.js';
import { assignFiles, type Assignment } from './assign-files.js';
import { loadProjects, type Project } from './load-projects.js';
import type { FixOptions } from './options.js';
import { prepareTask, type Task } from './prepare-task.js';
import { findReportRoot } from './report-root.js';
import { takeShard } from './take-shard.js';

/** All that a run knows before it builds the first program. The same options give the same. */
export interface PreparedRun {
  readonly task: Task;
  readonly projects: readonly Project[];
  readonly assignment: Assignment;
  /** Where the paths of the report start. */
  readonly root: string;
}

/** Proves the options and reads the tsconfigs. Throws a {@link UsageError} for what cannot be read. */
export async function prepareRun(mode: Mode, options: FixOptions): Promise<PreparedRun> {
  const task = await prepareTask(mode, options);
  const all = await loadProjects(task.projects);
  return {
    task,
    projects: options.shard ? takeShard(all, options.shard) : all,
    // Of all projects, so that no part of the work depends on how it is divided.
    assignment: assignFiles(all),
    root: findReportRoot(task.projects.cwd, all),
  };
}
