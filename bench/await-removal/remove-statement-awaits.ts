import { readFileSync, writeFileSync } from 'node:fs';
import { assignFiles } from '../../src/codemods/assign-files.js';
import { loadProjects } from '../../src/codemods/load-projects.js';
import { createProjectHost } from '../../src/codemods/project-host.js';
import { isMeant, selectFiles } from '../../src/codemods/select-files.js';
import type { ProjectCopy } from './copy-project.js';
import { findAwaitSites } from './find-await-sites.js';
import { deleteRanges } from './text-ranges.js';

/** Removes the awaits of the category `statement` from the files of a copy, those that are excluded excepted. Gives how many. */
export async function removeStatementAwaits({ configPath, root }: ProjectCopy): Promise<number> {
  const projects = await loadProjects({ cwd: root, paths: [], projects: [configPath], workspaces: false });
  const assignment = assignFiles(projects);
  const removed = new Map<string, number>();
  for (const project of projects) {
    const program = createProjectHost(project).programWith(new Map());
    for (const sourceFile of selectFiles(program, project, assignment)) {
      const { fileName } = sourceFile;
      if (removed.has(fileName) || !isMeant(fileName, { paths: [root], changed: undefined })) continue;
      const sites = findAwaitSites(sourceFile, program, project.compiler.ts).filter(({ category, exclusion }) => category === 'statement' && exclusion === undefined);
      removed.set(fileName, sites.length);
      if (sites.length > 0) writeWithout(sites.map(({ deletion }) => deletion), fileName);
    }
  }
  return [...removed.values()].reduce((sum, count) => sum + count, 0);
}

type Ranges = Parameters<typeof deleteRanges>[1];

function writeWithout(ranges: Ranges, fileName: string): void {
  const text = readFileSync(fileName, 'utf8');
  const body = text.replace(/^\uFEFF/, '');
  writeFileSync(fileName, text.slice(0, text.length - body.length) + deleteRanges(body, ranges));
}
