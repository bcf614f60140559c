import { dirname } from 'node:path';
import type { FileState } from './file-state.js';
import { createPackageFinder } from '../find-package.js';
import type { Project } from './load-projects.js';
import { createMakeAsyncPlanner } from './make-async/create-make-async-planner.js';
import type { Task } from './prepare-task.js';
import { planRemedy, type RepairPlanner } from './repair.js';
import { toReportPath } from './report-root.js';

/** Makes the planner of a project's repairs: the remedies of findings, and what else the task asks for where there is none. */
export function createPlanner(
  project: Project,
  states: readonly FileState[],
  { root, task }: { readonly root: string; readonly task: Task },
): RepairPlanner {
  const own = planRemedy(task.isWanted);
  if (task.makeAsync === 'none') return own;
  const editable = new Set(
    states.filter(({ readOnlyReason }) => readOnlyReason === undefined).map(({ fileName }) => fileName),
  );
  const folder = dirname(project.configPath);
  const makeAsync = createMakeAsyncPlanner({
    packageFolder: createPackageFinder()(folder) ?? folder,
    isEditable: fileName => editable.has(fileName),
    isWanted: remedy => task.isWanted({ remedy }),
    includePublic: task.makeAsync === 'publicFunctions',
    toPath: fileName => toReportPath(fileName, root),
  });
  return (finding, place) => {
    const plan = own(finding, place);
    return plan.kind === 'none' ? makeAsync(finding, place) : plan;
  };
}
