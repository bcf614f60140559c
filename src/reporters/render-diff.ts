import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { FileChange } from '../analysis/report/report.js';

/** A unified diff of some changes, in the form that `git apply` takes from the report's root. */
export function renderDiff(changes: readonly FileChange[]): string {
  return changes.map(renderChange).join('');
}

function renderChange({ after, before, path }: FileChange): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`;
  const patch = structuredPatch(from, `b/${path}`, before ?? '', after, undefined, undefined, { context: 3 });
  const mode = before === undefined ? 'new file mode 100644\n' : '';
  return `diff --git a/${path} b/${path}\n${mode}${formatPatch(patch, FILE_HEADERS_ONLY)}`;
}
