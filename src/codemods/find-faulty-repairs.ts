import type { EngineHost } from '../engines/engine.js';
import { countDiagnostics, findNewDiagnostic, type DiagnosticCounts } from './compare-diagnostics.js';
import { inFile } from './crash.js';
import { toOriginalOffset } from './edited-text.js';
import type { Verification } from './options.js';
import type { Repair } from './repair.js';
import type { Workspace } from './workspace.js';

/** The project that files are type-checked in, and which of its files. */
export interface CheckedProject {
  readonly host: EngineHost;
  readonly verify: Exclude<Verification, 'off'>;
}

/**
 * Finds the repairs that bring a file an error that it did not have before, each with that error. Without them, and with all
 * others, none of the files has a new error, as far as one set of repairs tells of another.
 */
export function findFaultyRepairs(workspace: Workspace, project: CheckedProject): ReadonlyMap<Repair, string> {
  const after = countErrors(filesToCompare(workspace, project), new Set(), workspace, project);
  const suspects = [...after].filter(([, counts]) => counts.size > 0);
  if (suspects.length === 0) return new Map();
  const before = countBefore(
    suspects.map(([fileName]) => fileName),
    project,
  );
  const broken = suspects.flatMap(([fileName, counts]) => {
    const error = findNewDiagnostic(before.get(fileName) ?? new Map(), counts);
    return error === undefined ? [] : [{ fileName, error }];
  });
  return broken.length > 0 ? searchAll(groupByRepairs(broken, workspace), before, workspace, project) : new Map();
}

type Counts = ReadonlyMap<string, DiagnosticCounts>;

function filesToCompare(workspace: Workspace, { host, verify }: CheckedProject): readonly string[] {
  if (verify === 'file' && !workspace.changesSignatures) return workspace.fileNames;
  return host
    .engineWith(workspace.texts())
    .files.all()
    .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && !fileName.includes('/node_modules/'))
    .map(({ fileName }) => fileName);
}

function countErrors(
  fileNames: readonly string[],
  without: ReadonlySet<Repair>,
  workspace: Workspace,
  { host }: CheckedProject,
): Counts {
  const engine = host.engineWith(workspace.texts(without));
  return new Map(
    fileNames.map(fileName => {
      const edits = workspace.editsOf(fileName, without);
      return [
        fileName,
        inFile(fileName, () => countDiagnostics(engine, fileName, offset => toOriginalOffset(offset, edits))),
      ];
    }),
  );
}

function countBefore(fileNames: readonly string[], { host }: CheckedProject): Counts {
  const engine = host.engineWith(new Map());
  return new Map(
    fileNames.map(fileName => [fileName, inFile(fileName, () => countDiagnostics(engine, fileName, offset => offset))]),
  );
}

interface BrokenFile {
  readonly fileName: string;
  readonly error: string;
}

/** Broken files and the repairs that may have caused the error, which no other group has. */
interface Group {
  readonly fileNames: readonly string[];
  readonly repairs: readonly Repair[];
  readonly error: string;
}

/** Puts broken files together that share a repair. A file without repairs of its own may be broken by any. */
function groupByRepairs(broken: readonly BrokenFile[], workspace: Workspace): readonly Group[] {
  const all = [...new Set(workspace.fileNames.flatMap(fileName => workspace.repairsOf(fileName)))];
  let groups: readonly Group[] = [];
  for (const { error, fileName } of broken) {
    const own = workspace.repairsOf(fileName);
    const repairs = own.length > 0 ? own : all;
    const shared = groups.filter(group => group.repairs.some(repair => repairs.includes(repair)));
    const merged: Group = {
      fileNames: [...shared.flatMap(group => group.fileNames), fileName],
      repairs: [...new Set([...shared.flatMap(group => group.repairs), ...repairs])],
      error: shared[0]?.error ?? error,
    };
    groups = [...groups.filter(group => !shared.includes(group)), merged];
  }
  return groups;
}

type FaultyRepairs = ReadonlyMap<Repair, string>;

/** A search asks for the error that is left when of its repairs only some are kept. */
type Search = Generator<readonly Repair[], FaultyRepairs, string | undefined>;

/** Searches every group at the same time, so that one program answers a question of each. */
function searchAll(
  groups: readonly Group[],
  before: Counts,
  workspace: Workspace,
  project: CheckedProject,
): FaultyRepairs {
  const searches = groups.map(group => {
    const search = searchFaulty(group.repairs, {
      kept: [],
      error: group.error,
      questions: { left: maximalQuestions },
    });
    return { group, search, step: search.next() };
  });
  for (;;) {
    const open = searches.filter(({ step }) => step.done !== true);
    if (open.length === 0) break;
    const without = new Set(
      searches.flatMap(({ group, step }) =>
        step.done === true ? [...step.value.keys()] : group.repairs.filter(repair => !step.value.includes(repair)),
      ),
    );
    const counts = countErrors(
      open.flatMap(({ group }) => group.fileNames),
      without,
      workspace,
      project,
    );
    for (const search of open) {
      const errors = search.group.fileNames.map(fileName =>
        findNewDiagnostic(before.get(fileName) ?? new Map(), counts.get(fileName) ?? new Map()),
      );
      search.step = search.search.next(errors.find(error => error !== undefined));
    }
  }
  return new Map(
    searches.flatMap(({ group, step }) => [...attribute(group, step.done === true ? step.value : new Map())]),
  );
}

/** Those that were found; all of a group where none of them alone is faulty. */
function attribute({ error, repairs }: Group, found: FaultyRepairs): FaultyRepairs {
  return found.size > 0 ? found : attributeTogether(repairs, error);
}

function attributeTogether(repairs: readonly Repair[], error: string): FaultyRepairs {
  return new Map(
    repairs.map(repair => [
      repair,
      repairs.length > 1 ? `${error} Caused by this edit or another one rolled back with it.` : error,
    ]),
  );
}

/** The number of questions about one group before all remaining suspects are rolled back: each question type-checks its files. */
const maximalQuestions = 64;

interface Suspicion {
  /** The repairs that are applied in addition to the suspects. */
  readonly kept: readonly Repair[];
  /** The error when all of them are applied. */
  readonly error: string | undefined;
  readonly questions: { left: number };
}

/** Halves the repairs until each that breaks something is alone. */
function* searchFaulty(repairs: readonly Repair[], { error, kept, questions }: Suspicion): Search {
  if (error === undefined || repairs.length === 0) return new Map();
  if (repairs.length === 1 || questions.left <= 0) return attributeTogether(repairs, error);
  const half = repairs.slice(0, Math.ceil(repairs.length / 2));
  const rest = repairs.slice(half.length);
  questions.left -= 2;
  const inHalf = yield* searchFaulty(half, { kept, questions, error: yield [...kept, ...half] });
  const keptThen = [...kept, ...half.filter(repair => !inHalf.has(repair))];
  const inRest = yield* searchFaulty(rest, {
    kept: keptThen,
    questions,
    error: inHalf.size > 0 ? yield [...keptThen, ...rest] : error,
  });
  return new Map([...inHalf, ...inRest]);
}
