import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Report } from '../analysis/report/report.js';
import { UsageError } from '../codemods/usage-error.js';
import { describeError } from '../describe-error.js';
import { applyBaseline, type AppliedBaseline, type StaleFindings } from '../reporters/apply-baseline.js';
import type { Baseline } from '../reporters/baseline.js';
import { createBaseline, type BaselineScope } from '../reporters/create-baseline.js';
import { parseBaseline } from '../reporters/parse-baseline.js';
import { renderBaseline } from '../reporters/render-baseline.js';
import { assertCanBeWritten } from './assert-can-be-written.js';
import { skippedFor } from './exit-code.js';
import type { BaselineFlags, ScanFlags } from './flags.js';
import { listSome } from '../codemods/list-some.js';
import type { Terminal } from './terminal.js';
import { writeOutput } from './write-output.js';

/** A list of known findings, read, and what is to become of it. */
export interface OpenedBaseline {
  readonly path: string;
  readonly baseline: Baseline;
  readonly isUpdated: boolean;
}

/** Flags that leave out findings of a file that is judged: what is on the list and not found may still be there. */
type Narrowing = Pick<ScanFlags, 'only' | 'rule' | 'skip'>;

/** Reads the baseline that is named, before anything is judged; undefined where none is. Throws a {@link UsageError} for one that cannot be read or written. */
export async function openBaseline(
  { baseline: name, only, rule, skip, updateBaseline = false }: BaselineFlags & Narrowing,
  cwd: string,
): Promise<OpenedBaseline | undefined> {
  if (name === undefined) {
    if (updateBaseline) throw new UsageError('--update-baseline requires --baseline.');
    return undefined;
  }
  if (updateBaseline && (only ?? rule ?? skip))
    throw new UsageError(
      '--update-baseline would remove what --only, --rule and --skip leave out. Remove those flags, or --update-baseline.',
    );
  const path = resolve(cwd, name);
  if (updateBaseline) assertCanBeWritten(path, 'baseline', cwd);
  return { path, baseline: await readBaseline(path, updateBaseline), isUpdated: updateBaseline };
}

async function readBaseline(path: string, isUpdated: boolean): Promise<Baseline> {
  if (!existsSync(path)) {
    if (isUpdated) return new Map();
    throw new UsageError(`${path}: no such baseline. Create it with --update-baseline.`);
  }
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path}: the baseline cannot be read (${describeError(error)}).`);
  }
  const parsed = parseBaseline(text);
  if (!parsed.ok)
    throw new UsageError(
      `${path}: not a valid baseline: ${parsed.problem}. Fix it, or name another file with --baseline.`,
    );
  return parsed.value;
}

/** What a report says of the files that it does not list. */
export interface Judged {
  readonly report: Report;
  /** The files that were judged, by their paths in the report; undefined where it is about all files. */
  readonly judged: readonly string[] | undefined;
}

/** Opts out of the findings that are known, writes down those that are to be, and says on standard error what is new and what is gone. */
export async function compareWithBaseline(
  { judged, report }: Judged,
  opened: OpenedBaseline,
  flags: Narrowing & { readonly quiet?: boolean },
  { cwd, error }: Pick<Terminal, 'cwd' | 'error'>,
): Promise<Report> {
  const scope = toScope({ judged, report }, opened, cwd);
  const applied = applyBaseline(report, opened.baseline, scope);
  const isNarrowed = (flags.only ?? flags.rule ?? flags.skip) !== undefined;
  const say = (sentence: string): void => {
    if (flags.quiet !== true) error(`${relative(cwd, opened.path)}: ${sentence}\n`);
  };
  if (!opened.isUpdated) {
    say(`${describeKnown(applied)}.`);
    if (applied.stale.length > 0 && !isNarrowed)
      say(`${describeStale(applied.stale)} Remove them with --update-baseline.`);
    return applied.report;
  }
  const baseline = createBaseline(report, opened.baseline, scope);
  await writeOutput(opened.path, 'baseline', renderBaseline(baseline));
  const gone = applied.stale.reduce((sum, { count }) => sum + count, 0);
  say(`${applied.fresh} added to the list, ${gone} removed, ${applied.known} unchanged.`);
  return applyBaseline(report, baseline, scope).report;
}

function toScope({ judged, report }: Judged, { path: file }: OpenedBaseline, cwd: string): BaselineScope {
  const root = existsSync(report.root) ? report.root : cwd; // a report may come from another machine
  const nameOf = (path: string): string => relative(dirname(file), resolve(root, path)).split(sep).join('/');
  const missed = new Set(
    [...skippedFor('unreadable', report), ...skippedFor('crashed', report)].map(({ path }) => nameOf(path)),
  );
  const met = judged && new Set([...judged, ...skippedFor('leftOut', report).map(({ path }) => path)].map(nameOf));
  return {
    nameOf,
    isJudged: name =>
      !missed.has(name) && (met === undefined || met.has(name) || !existsSync(resolve(dirname(file), name))),
  };
}

function describeKnown({ fresh, known }: AppliedBaseline): string {
  return `${known} ${known === 1 ? 'finding is' : 'findings are'} known, ${fresh} ${fresh === 1 ? 'is' : 'are'} new`;
}

function describeStale(stale: readonly StaleFindings[]): string {
  const count = stale.reduce((sum, one) => sum + one.count, 0);
  const shown = stale.map(one => `${one.path} (${one.kind}, \`${one.call}\` in ${one.function})`);
  return `${count} listed ${count === 1 ? 'finding is' : 'findings are'} gone: ${listSome(shown)}.`;
}
