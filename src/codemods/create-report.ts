import { relative, sep } from 'node:path';
import { countOutcomes } from '../analysis/count-outcomes.js';
import type { FileChange, FileReport, Report, Summary } from '../analysis/report.js';
import { packageInfo } from '../package-info.js';
import { isEdited, type FileState } from './file-state.js';
import type { ProjectOutcome } from './run-project.js';
import type { Task } from './prepare-task.js';
import { toFileReport } from './to-file-report.js';

/** Makes the report of a run. Paths are relative to `root`. */
export function createReport({ skips, states }: ProjectOutcome, task: Task, root: string): Report {
  const files = states
    .filter(({ analysis, settled }) => analysis.findings.length + settled.size > 0)
    .map(state => toFileReport(state, toPath(state.fileName, root), task.isWanted))
    .toSorted(byPath);
  return {
    schemaVersion: 1,
    tool: { name: packageInfo.name, version: packageInfo.version },
    mode: task.mode,
    root: root.split(sep).join('/'),
    files,
    skipped: skips.map(({ fileName, reason }) => ({ path: toPath(fileName, root), reason })).toSorted(byPath),
    summary: summarise(states, files),
  };
}

/** The files whose text a run changed, as they were and are. */
export function listChanges({ created, states }: ProjectOutcome, root: string): readonly FileChange[] {
  const edited = states.filter(isEdited).map(({ fileName, original, text }) => ({ path: toPath(fileName, root), before: original.text, after: text }));
  const added = created.map(({ fileName, text }) => ({ path: toPath(fileName, root), before: undefined, after: text }));
  return [...edited, ...added].toSorted(byPath);
}

function toPath(fileName: string, root: string): string {
  return relative(root, fileName).split(sep).join('/');
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
