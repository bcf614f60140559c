import { realpathSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type ts from 'typescript';
import { analyseFile } from '../analysis/analyse-file.js';
import { checksOfPreset, type Checks } from '../analysis/checks.js';
import { countOutcomes } from '../analysis/count-outcomes.js';
import type { Finding } from '../analysis/finding.js';
import type { FileChange, FileReport, Mode, Report, SkippedFile, Summary } from '../analysis/report.js';
import type { PresetName } from '../analysis/rule-options.js';
import { parseSettings, type PersistenceSettings, type Settings } from '../analysis/settings.js';
import type { Unit } from '../analysis/unit.js';
import { catalogue } from '../catalogue/catalogue.js';
import { packageInfo } from '../package-info.js';
import { classicTypeFacts } from '../type-facts/classic-type-facts.js';
import { isEdited, rollBack, type FileState } from './file-state.js';
import { loadProjects, type Project, type Selection } from './load-projects.js';
import { createProjectHost } from './project-host.js';
import { repairFiles } from './repair-files.js';
import { isInside, selectFiles } from './select-files.js';
import { readSourceText, toBytes } from './source-text.js';
import { toFileReport } from './to-file-report.js';
import { UsageError } from './usage-error.js';
import { writeFileAtomically } from './write-file-atomically.js';

/** What to judge, and by which rules. */
export interface ScanOptions {
  /** Relative paths are taken from here, and it is the report's root where it holds all projects. Default: the working directory. */
  readonly cwd?: string;
  /** Files and folders to judge. Default: all files of the projects. */
  readonly paths?: readonly string[];
  /** tsconfig files or their folders. Default: the nearest tsconfig of each path, or of `cwd`. */
  readonly projects?: readonly string[];
  /** Default: `recommended`. */
  readonly preset?: PresetName;
  /** What `settings.persistence` holds in an ESLint configuration. */
  readonly settings?: PersistenceSettings;
}

/** What to judge, and what to do about it. */
export interface FixOptions extends ScanOptions {
  /** Whether files are written. Default: false, a dry run. */
  readonly write?: boolean;
  /** Whether edits that want a look are applied too. Default: false. */
  readonly unsafe?: boolean;
}

/** One finished run: the report, and the edited files as they were and are. */
export interface Run {
  readonly report: Report;
  readonly changes: readonly FileChange[];
}

interface Task {
  readonly mode: Mode;
  readonly selection: Selection;
  readonly settings: Settings;
  readonly checks: Checks;
  readonly isWanted: (finding: Finding) => boolean;
}

/** Judges the selected files; with a mode other than `scan`, repairs them in memory; with `write`, on disk as well. */
export async function run(mode: Mode, options: FixOptions): Promise<Run> {
  const task = toTask(mode, options);
  const projects = await loadProjects(task.selection);
  const root = findRoot(task.selection.cwd, projects);
  const toPath = (fileName: string): string => relative(root, fileName).split(sep).join('/');

  const states: FileState[] = [];
  const skipped: SkippedFile[] = [];
  for (const project of projects) {
    const seen = new Set(states.map(({ fileName }) => realpathSync(fileName)));
    const judged = await runProject(project, task, { seen, skip: (fileName, reason) => skipped.push({ path: toPath(fileName), reason }) });
    states.push(...judged);
  }
  if (states.length === 0 && skipped.length === 0) {
    throw new UsageError(`${task.selection.paths.join(', ')}: no TypeScript file of ${projects.map(project => project.configPath).join(', ')} is meant by this.`);
  }

  const files = states
    .filter(({ analysis }) => analysis.findings.length > 0)
    .map(state => toFileReport(state, toPath(state.fileName), task.isWanted))
    .toSorted(byPath);
  const changes = states
    .filter(isEdited)
    .map(({ fileName, original, text }) => ({ path: toPath(fileName), before: original.text, after: text }))
    .toSorted(byPath);
  return {
    report: {
      schemaVersion: 1,
      tool: { name: packageInfo.name, version: packageInfo.version },
      mode,
      root: root.split(sep).join('/'),
      files,
      skipped: skipped.toSorted(byPath),
      summary: summarise(states, files),
    },
    changes,
  };
}

function toTask(mode: Mode, options: FixOptions): Task {
  const parsed = parseSettings(options.settings);
  if (!parsed.ok) throw new UsageError(parsed.problems.join(' '));
  return {
    mode,
    selection: { cwd: realpathSync(options.cwd ?? process.cwd()), paths: options.paths ?? [], projects: options.projects ?? [] },
    settings: parsed.settings,
    checks: checksOfPreset(options.preset ?? 'recommended'),
    isWanted: ({ remedy }) => remedy.type === 'fix' || (remedy.type === 'suggestion' && options.unsafe === true),
  };
}

/** The working directory where it holds all projects, else the nearest folder that does. */
function findRoot(cwd: string, projects: readonly Project[]): string {
  let root = cwd;
  while (!projects.every(({ configPath }) => isInside(configPath, root))) root = dirname(root);
  return root;
}

interface ProjectRun {
  /** Real paths of the files that earlier projects judged. */
  readonly seen: ReadonlySet<string>;
  readonly skip: (fileName: string, reason: string) => void;
}

async function runProject(project: Project, task: Task, { seen, skip }: ProjectRun): Promise<readonly FileState[]> {
  const compiler = project.compiler.ts;
  const host = createProjectHost(project);
  const program = host.createProgram(new Map());
  const states: FileState[] = [];
  for (const sourceFile of selectFiles(program, project, task.selection)) {
    if (seen.has(realpathSync(sourceFile.fileName))) continue;
    const original = readSourceText(sourceFile.fileName);
    if (original?.text === sourceFile.text) {
      states.push({
        fileName: sourceFile.fileName,
        original,
        analysis: analyseFile(toUnit(program, sourceFile)),
        text: original.text,
        fixed: new Set(),
        rolledBack: undefined,
      });
    } else {
      skip(sourceFile.fileName, 'the file is not UTF-8');
    }
  }
  if (task.mode !== 'scan') await repairFiles(states, { compiler, host, toUnit, isWanted: task.isWanted });
  if (task.mode === 'write') await writeFiles(states, skip);
  return states;

  function toUnit(of: ts.Program, sourceFile: ts.SourceFile): Unit {
    return { sourceFile, syntax: compiler, facts: classicTypeFacts(compiler, of), catalogue, settings: task.settings, checks: task.checks };
  }
}

async function writeFiles(states: readonly FileState[], skip: ProjectRun['skip']): Promise<void> {
  for (const state of states.filter(isEdited)) {
    try {
      await writeFileAtomically(realpathSync(state.fileName), toBytes(state.text, state.original), state.original.hash);
    } catch (error) {
      const reason = `not written: ${error instanceof Error ? error.message : String(error)}`;
      rollBack(state, reason);
      skip(state.fileName, reason);
    }
  }
}

function summarise(states: readonly FileState[], files: readonly FileReport[]): Summary {
  return {
    files: states.length,
    ...countOutcomes(files),
    judged: sum(states.map(({ analysis }) => analysis.judged)),
    unknown: {
      any: sum(states.map(({ analysis }) => analysis.unknown.any)),
      unresolvedImport: sum(states.map(({ analysis }) => analysis.unknown.unresolvedImport)),
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
