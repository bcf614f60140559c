import { resolve } from 'node:path';
import { noteRecorded, recordDependencies } from '../../dependencies.js';
import { toRealPath } from '../assign-files.js';
import type { Outcome } from '../file-outcome.js';
import type { Project } from '../load-projects.js';
import type { PreparedRun } from '../prepare-run.js';
import { areUnchanged } from './are-unchanged.js';
import { describeTool } from './describe-tool.js';
import { openEntry, type Entry } from './entry.js';

/** The scan of one project, of those of a run, and where results are kept. */
export interface ProjectScan {
  readonly project: Project;
  readonly prepared: PreparedRun;
  readonly folder: string;
  readonly judge: () => Promise<Outcome>;
}

/** Judges a project, or gives what that gave the last time, where all that it asked has the same answers. */
export async function keepOutcome({ folder, judge, prepared, project }: ProjectScan): Promise<Outcome> {
  const entry = openProjectEntry(resolve(prepared.task.projects.cwd, folder), project, prepared);
  const kept = entry.read();
  if (kept && (await areUnchanged(kept.dependencies))) {
    noteRecorded(kept.dependencies);
    return kept.value;
  }
  const { dependencies, result } = await recordDependencies(judge);
  noteRecorded(dependencies);
  if (result.skips.every(({ cause }) => cause === 'leftOut')) entry.write({ dependencies, value: result }); // else it is tried again
  return result;
}

/** Opens the entry of a project. What is asked of the disk before a project is judged is in its key: the tsconfigs, and the compiler. */
function openProjectEntry(folder: string, project: Project, { projects, root, task }: PreparedRun): Entry<Outcome> {
  const { files, partlyStaged, projects: selection, ...others } = task;
  return openEntry(folder, {
    asked: {
      root,
      cwd: [process.cwd(), selection.cwd],
      configPath: project.configPath,
      task: others,
      paths: files.paths,
      selectsChanged: files.changed !== undefined,
    },
    state: {
      tool: describeTool(),
      changed: files.changed && [...files.changed].toSorted(),
      partlyStaged,
      projects: projects.map(describeListing),
      options: project.config.options,
      references: project.config.projectReferences,
      unreadable: project.unreadableFolders,
      compiler: describeCompiler(project),
    },
  });
}

/** What says which files are judged in a project, and not in another. */
function describeListing({ components, config, configPath }: Project): unknown {
  const fileNames = [...config.fileNames, ...components];
  return [configPath, fileNames, fileNames.map(toRealPath)];
}

function describeCompiler({ compiler }: Project): unknown {
  return [compiler.ts.version, compiler.source, compiler.source === 'bundled' ? compiler.replaces : undefined];
}
