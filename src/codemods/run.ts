import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileChange, Mode, Report } from '../analysis/report.js';
import { createReport, listChanges } from './create-report.js';
import { loadProjects, type Project } from './load-projects.js';
import type { FixOptions } from './options.js';
import { runProject, type ProjectOutcome } from './run-project.js';
import { removeLeftovers } from './remove-leftovers.js';
import { isInside } from './select-files.js';
import { prepareTask, type Task } from './prepare-task.js';
import { UsageError } from './usage-error.js';
import { writeFiles } from './write-files.js';

/** One finished run: the report, and the edited files as they were and are. */
export interface Run {
  readonly report: Report;
  readonly changes: readonly FileChange[];
}

/**
 * Judges the selected files; with a mode other than `scan`, repairs them in memory; with `write`, on disk as well. Nothing
 * is written before all projects are done, so that a dry run and `write` judge the same texts.
 */
export async function run(mode: Mode, options: FixOptions): Promise<Run> {
  const task = prepareTask(mode, options);
  const projects = await loadProjects(task.selection);
  const root = findRoot(task.selection.cwd, projects);
  if (mode === 'write') await removeLeftovers(projects.flatMap(({ config }) => config.fileNames));
  const outcome = await runProjects(projects, task, root);
  const unwritten = mode === 'write' ? await writeFiles(outcome) : [];
  return {
    report: createReport({ ...outcome, skips: [...outcome.skips, ...unwritten] }, task, root),
    changes: listChanges(outcome, root),
  };
}

/** One project after the other, so that only one program is alive. A file of several belongs to the first. */
async function runProjects(projects: readonly Project[], task: Task, root: string): Promise<ProjectOutcome> {
  const outcomes: ProjectOutcome[] = [];
  const taken = new Set<string>();
  for (const project of projects) {
    const outcome = await runProject(project, task, { root, isTaken: realPath => taken.has(realPath) });
    for (const { fileName } of outcome.states) taken.add(realpathSync(fileName));
    outcomes.push(outcome);
  }
  const states = outcomes.flatMap(outcome => outcome.states);
  const skips = outcomes.flatMap(outcome => outcome.skips);
  const created = outcomes.flatMap(outcome => outcome.created);
  const bundles = outcomes.flatMap(outcome => outcome.bundles);
  if (states.length > 0 || skips.length > 0) return { states, skips, created, bundles };
  const meant = projects.map(({ configPath }) => configPath).join(', ');
  throw new UsageError(`${task.selection.paths.join(', ')}: no TypeScript file of ${meant} is meant by this.`);
}

/** The working directory where it holds all projects, else the nearest folder that does. */
function findRoot(cwd: string, projects: readonly Project[]): string {
  let root = cwd;
  while (!projects.every(({ configPath }) => isInside(configPath, root))) root = dirname(root);
  return root;
}
