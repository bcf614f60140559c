import type { EngineHost } from '../../engines/engine.js';
import type { Task } from '../prepare-task.js';
import type { RepairPlanner } from '../repair.js';
import { planOffload } from './plan-offload.js';
import { prepareExecutor } from './prepare-executor.js';

/** Adds to a planner of a project that it moves statements to workers, where the task asks for it. */
export function createExecutorPlanner(
  planOther: RepairPlanner,
  { executor, isUnsafe }: Task,
  host: EngineHost,
): RepairPlanner {
  if (!executor) return planOther;
  return planOffload(prepareExecutor(executor, { isUnsafe, engine: host.engineWith(new Map()) }), planOther);
}
