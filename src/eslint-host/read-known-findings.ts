import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { noteDisk } from '../dependencies.js';

/** How many findings of each rule are known in a file, by the rule's name in the project. */
export type KnownCounts = Readonly<Record<string, { readonly count: number }>>;

/** ESLint's file of known findings, which `--suppress-all` and `--suppress-rule` write. */
export const listName = 'eslint-suppressions.json';

/** The known findings of some files. */
export type ReadKnownFindings =
  /** By file name; files that no list speaks of are left out. */
  | { readonly kind: 'read'; readonly counts: ReadonlyMap<string, KnownCounts> }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Reads the lists beside and above files. ESLint writes one to the folder it is run in, so the nearest that speaks of a file counts. */
export function readKnownFindings(fileNames: readonly string[]): ReadKnownFindings {
  const lists = new Map<string, KnownList>();
  try {
    const found = fileNames.map(fileName => [fileName, findCounts(fileName, lists)] as const);
    return {
      kind: 'read',
      counts: new Map(found.flatMap(([fileName, counts]) => (counts ? [[fileName, counts]] : []))),
    };
  } catch (error) {
    return { kind: 'unreadable', problem: error instanceof Error ? error.message : String(error) };
  }
}

const knownList = v.record(v.string(), v.record(v.string(), v.object({ count: v.number() })));

type KnownList = v.InferOutput<typeof knownList>;

function findCounts(fileName: string, lists: Map<string, KnownList>): KnownCounts | undefined {
  for (let folder = dirname(fileName); ; folder = dirname(folder)) {
    let list = lists.get(folder);
    if (!list) lists.set(folder, (list = readList(join(folder, listName))));
    const counts = list[relative(folder, fileName).split(sep).join('/')];
    if (counts ?? folder === dirname(folder)) return counts;
  }
}

function readList(path: string): KnownList {
  noteDisk('text', path);
  if (!existsSync(path)) return {};
  try {
    return v.parse(knownList, JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(
      `${path}: this list of known findings cannot be read (${error instanceof Error ? error.message : String(error)}).`,
      { cause: error },
    );
  }
}
