import { InvalidArgumentError, Option, type Command } from 'commander';
import type { RuleName } from '../analysis/kinds/kind.js';
import type { Kind } from '../analysis/kinds/kinds.js';
import type { PresetName } from '../analysis/configuration/rule-options.js';
import type { Place } from '../codemods/explain.js';
import {
  kindNames,
  ruleNames,
  toCurrentName,
  verifications,
  type FixOptions,
  type ScanOptions,
  type Shard,
  type Verification,
} from '../codemods/options.js';
import { loadSettings } from './load-settings.js';
import { reporterNames, type ReporterName } from './print-reports.js';

/** How a report is shown, and what it may say for an exit code of 0. */
export interface ReportFlags {
  /** Default: a table. */
  readonly reporter?: readonly ReporterChoice[];
  readonly output?: string;
  readonly statistics?: boolean;
  readonly maxFindings: number;
  readonly allowUnreadable?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** A form of the report, and the file that is named for it. */
export interface ReporterChoice {
  readonly reporter: ReporterName;
  readonly file?: string;
}

/** Which findings are known. */
export interface BaselineFlags {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** The flags of every run. */
export interface ScanFlags extends ReportFlags {
  readonly project?: readonly string[];
  readonly workspaces?: boolean;
  readonly since?: string;
  readonly staged?: boolean;
  readonly shard?: Shard;
  readonly concurrency?: number;
  readonly preset?: PresetName;
  readonly eslintConfig: boolean;
  readonly settings?: string;
  readonly rule?: readonly RuleName[];
  readonly only?: readonly Kind[];
  readonly skip?: readonly Kind[];
}

/** Whether results are kept for the next run, and where. */
export interface CacheFlags {
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

/** The additional flags of `scan`. */
export interface OwnScanFlags extends ScanFlags, BaselineFlags, CacheFlags {
  readonly explain?: Place;
}

/** The flags of `merge`. */
export interface MergeFlags extends ReportFlags, BaselineFlags {}

/** The additional flags of `fix`. */
export interface FixFlags extends ScanFlags {
  readonly write?: boolean;
  readonly diff?: boolean;
  readonly patch?: string;
  readonly check?: boolean;
  readonly interactive?: boolean;
  readonly unsafe?: boolean;
  readonly makeAsync?: boolean;
  readonly includePublic?: boolean;
  readonly verify: Verification;
  readonly executor?: string;
  readonly threads?: number;
  readonly allowDirty?: boolean;
  readonly allowNoVcs?: boolean;
}

/** Declares what is judged and how it is shown. */
export function addScanFlags(command: Command): Command {
  command
    .argument('[paths...]', 'files and folders; default: all files of the project')
    .optionsGroup('Input:')
    .option(
      '-p, --project <tsconfig>',
      'a tsconfig, its folder, or a glob of either; repeatable; default: the nearest',
      append,
    )
    .option('--workspaces', 'every package of the npm, pnpm, Yarn or Bun workspace')
    .option('--since <revision>', 'only files that changed since the branch diverged from this git revision')
    .addOption(
      new Option('--staged', 'only files that the next git commit changes, as they are on disk').conflicts(['since']),
    )
    .option('--shard <part>', 'only one part of the projects, such as 1/3; `merge` combines the reports', toShard)
    .option(
      '--concurrency <number>',
      'how many projects to read in parallel, each in its own thread; default: 1',
      toCount,
    )
    .optionsGroup('Rules:')
    .addOption(
      new Option(
        '--preset <name>',
        'which rules apply; default: those of the ESLint configuration, else recommended',
      ).choices(['recommended', 'strict']),
    )
    .addOption(new Option('--rule <name>', 'only this rule; repeatable').argParser(appendRules))
    .addOption(
      new Option('--only <kind>', 'only findings of this kind, such as floating; repeatable').argParser(appendKinds),
    )
    .addOption(new Option('--skip <kind>', 'no findings of this kind; repeatable').argParser(appendKinds))
    .option('--no-eslint-config', "ignore the project's ESLint configuration")
    .option(
      '--settings <file>',
      'a JSON file or JavaScript module, or - for JSON on standard input, that replaces `settings.persistence` of that configuration',
    );
  return addReportFlags(command);
}

/** Declares what only `scan` does. */
export function addExplainFlag(command: Command): Command {
  return command.addOption(
    new Option('--explain <file:line>', 'explain why the calls on a line are reported or not')
      .argParser(toPlace)
      .conflicts(['output', 'shard', 'since', 'staged', 'statistics', 'baseline', 'updateBaseline', 'cache']),
  );
}

/** Declares what is kept for the next run. */
export function addCacheFlags(command: Command): Command {
  return command
    .optionsGroup('What is kept:')
    .option('--cache', 'keep the result, and give it again while nothing has changed that it depends on')
    .option('--cache-location <folder>', 'where it is kept; default: node_modules/.cache/eslint-plugin-persistence');
}

/** Declares a list of known findings. */
export function addBaselineFlags(command: Command): Command {
  return command
    .optionsGroup('Known findings:')
    .option('--baseline <file>', 'a list of known findings, which count as opted out')
    .option('--update-baseline', 'add all findings to that list, and remove those that are gone');
}

/** Declares what is repaired, and how that is shown. */
export function addFixFlags(command: Command): Command {
  return addScanFlags(command)
    .optionsGroup('Changes:')
    .option('--write', 'write the repaired files; without it, nothing is changed on disk')
    .addOption(
      new Option('-i, --interactive', 'ask about each edit, and write the accepted ones').conflicts(['check', 'diff']),
    )
    .option('--unsafe', 'also apply edits that can change control flow, order or concurrency')
    .option('--make-async', 'also make functions async that lose a call because they are not, along with their callers')
    .option('--include-public', 'with --make-async: also functions that can be called from outside the project')
    .addOption(
      new Option(
        '--verify <files>',
        'which files are type-checked before and after, to roll back edits that introduce type errors',
      )
        .choices(verifications)
        .default('file'),
    )
    .option(
      '--executor <file#export>',
      'also move statements of a synchronous SQLite driver to worker threads, which open the database with this export, such as src/open-database.ts#openDatabase',
    )
    .addOption(
      new Option('--threads <number>', 'with --executor: the number of threads; default: 5').argParser(toCount),
    )
    .addOption(
      new Option('--check', 'print only the names of files with something left to do').conflicts([
        'write',
        'diff',
        'output',
        'reporter',
        'statistics',
      ]),
    )
    .addOption(
      new Option('--diff', 'print a unified diff for `git apply` instead of the report').conflicts([
        'output',
        'reporter',
        'statistics',
      ]),
    )
    .option('--patch <file>', 'write that diff to a file, in addition to the report')
    .option('--allow-dirty', 'write even if files have uncommitted changes')
    .option('--allow-no-vcs', 'write even if there is no git repository to revert to');
}

/** Declares the form of a report, where it goes, and what is asked of it. */
export function addReportFlags(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .addOption(
      new Option(
        '--reporter <name>',
        `format of the report: ${reporterNames.join(', ')}; name a file to write it there, as in json=report.json; repeatable; default: table`,
      ).argParser(appendReporter),
    )
    .option('--output <file>', 'write the report without a file of its own here instead of to standard output')
    .option('--statistics', 'also count the findings per kind, library and folder')
    .addOption(
      new Option('--max-findings <number>', 'exit with 0 if no more findings than this are left')
        .argParser(toCountFromNone)
        .default(0),
    )
    .option('--allow-unreadable', 'do not fail because of files that cannot be read completely; the report lists them')
    .option('--quiet', 'print only errors on standard error')
    .option('--no-color', 'no colors; NO_COLOR does the same, FORCE_COLOR the opposite');
}

/** The options that the flags of `scan` stand for. */
export async function toScanOptions(cwd: string, paths: readonly string[], flags: ScanFlags): Promise<ScanOptions> {
  const {
    concurrency = 1,
    eslintConfig,
    only,
    preset,
    project = [],
    rule,
    settings,
    shard,
    since,
    skip,
    staged = false,
    workspaces = false,
  } = flags;
  return {
    cwd,
    paths,
    projects: project,
    workspaces,
    concurrency,
    eslintConfig,
    ...(preset !== undefined && { preset }),
    ...(settings !== undefined && { settings: await loadSettings(cwd, settings) }),
    ...(since !== undefined && { since }),
    ...(staged && { staged }),
    ...(shard && { shard }),
    ...(rule && { rules: rule }),
    ...(only && { only }),
    ...(skip && { skip }),
  };
}

/** The options that the flags of `fix` stand for. */
export async function toFixOptions(cwd: string, paths: readonly string[], flags: FixFlags): Promise<FixOptions> {
  return {
    ...(await toScanOptions(cwd, paths, flags)),
    write: flags.write === true,
    unsafe: flags.unsafe === true,
    makeAsync: flags.makeAsync === true,
    includePublic: flags.includePublic === true,
    verify: flags.verify,
    ...toExecutor(flags),
  };
}

function toExecutor({ executor, threads }: FixFlags): Pick<FixOptions, 'executor'> {
  return executor === undefined ? {} : { executor: { database: executor, ...(threads !== undefined && { threads }) } };
}

function append(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

function appendReporter(value: string, previous: readonly ReporterChoice[] = []): readonly ReporterChoice[] {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(value) ?? [];
  const reporter = toOneOf(name.trim(), reporterNames);
  if (file === '') throw new InvalidArgumentError(`Name the file, as in ${name}=FILE, or remove the equals sign.`);
  return [...previous, { reporter, ...(file !== undefined && { file }) }];
}

/** Takes kinds, by current or former names. */
function appendKinds(value: string, previous: readonly Kind[] = []): readonly Kind[] {
  return [...previous, ...toWords(value).map(word => toOneOf(toCurrentName('kind', word), kindNames))];
}

function appendRules(value: string, previous: readonly RuleName[] = []): readonly RuleName[] {
  return [...previous, ...toWords(value).map(word => toOneOf(word, ruleNames))];
}

/** The names in one value, which a reader may copy from ESLint: `persistence/no-unawaited-calls, no-blocking-calls`. */
function toWords(value: string): readonly string[] {
  return value.split(',').map(word => word.trim().replace(/^persistence\//, ''));
}

function toOneOf<Name extends string>(word: string, names: readonly Name[]): Name {
  const name = names.find(one => one === word);
  if (name === undefined) throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
  return name;
}

function toPlace(value: string): Place {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(value) ?? [];
  if (file === undefined || line === undefined || line === '0')
    throw new InvalidArgumentError('Name a line, for example src/orders.ts:12.');
  return { file, line: Number(line) };
}

function toShard(value: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(value) ?? [];
  if (index === undefined || count === undefined) throw new InvalidArgumentError('Use INDEX/COUNT, for example 1/3.');
  return { index: Number(index), count: Number(count) };
}

function toCount(value: string): number {
  const count = toCountFromNone(value);
  if (count === 0) throw new InvalidArgumentError('Use a whole number of at least 1.');
  return count;
}

function toCountFromNone(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Use a whole number.');
  return Number(value);
}
