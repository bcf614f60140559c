import type { Progress } from '../codemods/progress.js';

/** How far a run is, in one line, some milliseconds after the first file was loaded. */
export function renderProgress({ files, findings, projects }: Progress, milliseconds: number): string {
  const rate = files.done > 0 && milliseconds > 0 ? `, ${Math.round((files.done * 1000) / milliseconds)} files/s` : '';
  const of = projects.all > 1 ? `project ${Math.min(projects.done + 1, projects.all)} of ${projects.all}, ` : '';
  return files.all === 0
    ? `${of}loading`
    : `${of}${files.done} of ${files.all} files, ${findings} ${findings === 1 ? 'finding' : 'findings'}${rate}`;
}
