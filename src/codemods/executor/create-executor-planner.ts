import type { Project } from '../load-projects.js';
import type { Task } from '../prepare-task.js';
import type { ProjectHost } from '../project-host.js';
import type { RepairPlanner } from '../repair.js';
import { planOffload } from './plan-offload.js';
import { prepareExecutor } from './prepare-executor.js';

/** Adds to a planner of a project that it moves statements to workers, where the task asks for it. */
export function createExecutorPlanner(
  planOther: RepairPlanner,
  { compiler }: Project,
  { executor, isUnsafe }: Task,
  host: ProjectHost,
): RepairPlanner {
  if (!executor) return planOther;
  const program = host.programWith(new Map());
  const { facts } = host.open(program);
  return planOffload(prepareExecutor(executor, { isUnsafe, compiler: compiler.ts, program, facts }), planOther);
}
