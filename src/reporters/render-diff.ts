import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { FileChange } from '../analysis/report.js';

/** A unified diff of some changes, in the form that `git apply` takes from the report's root. */
export function renderDiff(changes: readonly FileChange[]): string {
  return changes.map(renderChange).join('');
}

function renderChange({ after, before, path }: FileChange): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  return `diff --git a/${path} b/${path}\n${formatPatch(patch, FILE_HEADERS_ONLY)}`;
}
