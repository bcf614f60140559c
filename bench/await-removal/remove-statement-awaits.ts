import { readFileSync, writeFileSync } from 'node:fs';
import type { ProjectCopy } from './copy-project.js';
import { filesOf, projectsOf } from './files-of-copy.js';
import { findAwaitSites } from './find-await-sites.js';
import { deleteRanges } from './text-ranges.js';

/** Removes the awaits of the category `statement` from the files of a copy, those that are excluded excepted. Gives how many. */
export async function removeStatementAwaits(copy: ProjectCopy): Promise<number> {
  let removed = 0;
  for (const { program, project, sourceFile } of filesOf(await projectsOf(copy), copy)) {
    const sites = findAwaitSites(sourceFile, program, project.compiler.ts).filter(
      ({ category, exclusion }) => category === 'statement' && exclusion === undefined,
    );
    removed += sites.length;
    if (sites.length > 0)
      writeWithout(
        sites.map(({ deletion }) => deletion),
        sourceFile.fileName,
      );
  }
  return removed;
}

type Ranges = Parameters<typeof deleteRanges>[1];

function writeWithout(ranges: Ranges, fileName: string): void {
  const text = readFileSync(fileName, 'utf8');
  const body = text.replace(/^\uFEFF/, '');
  writeFileSync(fileName, text.slice(0, text.length - body.length) + deleteRanges(body, ranges));
}
