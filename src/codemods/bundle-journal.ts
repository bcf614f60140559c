import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { isInside, toRealPath } from './assign-files.js';
import { hashOf } from './source-text.js';
import {
  processOfTemporary,
  putInPlace,
  temporaryPath,
  writeDurably,
  type StagedBytes,
  type StagedFile,
} from './write-file-atomically.js';

const journalSchema = v.array(
  v.object({ path: v.string(), temporary: v.string(), expectedHash: v.nullable(v.string()) }),
);

/** What the next run needs to finish files that are put in place together if this run is killed in between. */
export interface Journal {
  remove(): Promise<void>;
}

/** Notes beside the first of some staged files what is about to be put in place. Gives what forgets it. */
export async function openJournal(staged: readonly StagedFile[]): Promise<Journal> {
  const entries = staged.map(({ expectedHash = null, path, temporary }) => ({ path, temporary, expectedHash }));
  const first = entries.find(({ expectedHash }) => expectedHash !== null) ?? entries[0]; // where the next run looks
  const path = temporaryPath(join(dirname(first?.path ?? '.'), journalName));
  await writeDurably(path, Buffer.from(JSON.stringify(entries)));
  return { remove: () => rm(path, { force: true }) };
}

const journalName = 'persistence-bundle';

/** Whether a temporary file is a journal, by its name. */
export function isJournal(name: string): boolean {
  return name.startsWith(`.${journalName}.`);
}

/** Puts in place what a killed run did not finish, for each file below `root` that is still as that run read it. */
export async function finishJournal(path: string, root: string): Promise<void> {
  for (const entry of await readJournal(path)) {
    const current = await readIfThere(entry.path);
    const isStaged = (await readIfThere(entry.temporary)) !== undefined;
    if (isStaged && isOwn(entry, path, root) && (current && hashOf(current)) === entry.expectedHash)
      await putInPlace(entry);
  }
  await rm(path, { force: true });
}

/** Whether the process that wrote a journal staged these bytes, as far as names tell: anybody can put a file into a project. */
function isOwn({ path, temporary }: StagedBytes, journal: string, root: string): boolean {
  const owner = processOfTemporary(basename(journal));
  return (
    owner !== undefined &&
    temporary === temporaryPath(path, owner) &&
    isInside(toRealPath(dirname(path)), toRealPath(root))
  );
}

/** The contents of a journal; empty if its run was killed before it was written, and so before anything was put in place. */
async function readJournal(path: string): Promise<readonly StagedBytes[]> {
  try {
    const entries = v.parse(journalSchema, JSON.parse(await readFile(path, 'utf8')));
    return entries.map(({ expectedHash, path: target, temporary }) => ({
      path: target,
      temporary,
      expectedHash: expectedHash ?? undefined,
    }));
  } catch {
    return [];
  }
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
