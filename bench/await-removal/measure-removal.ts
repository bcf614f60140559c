import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { PresetName } from '../../src/analysis/configuration/rule-options.js';
import { fix, type ReportedFinding } from '../../src/codemods/index.js';
import type { Project } from '../../src/codemods/load-projects.js';
import type ts from 'typescript';
import { categories, type Category } from './classify-await.js';
import { copyProject, type ProjectCopy } from './copy-project.js';
import { explainSilence } from './explain-silence.js';
import { filesOf, programOf, projectsOf } from './files-of-copy.js';
import { findAwaitSites, type AwaitSite } from './find-await-sites.js';
import { groupBy } from '../../src/group-by.js';
import { judgeRemovals, type Removal, type RemovedFile } from './judge-removals.js';
import { deleteRanges, toOffsetWithout } from './text-ranges.js';

/** What to measure. */
export interface RemovalOptions {
  /** A tsconfig. Its project is not written to. */
  readonly project: string;
  /** The folder to copy; it must hold all that the tsconfig reaches by relative paths. */
  readonly root?: string | undefined;
  /** Default: all. */
  readonly categories?: readonly Category[] | undefined;
  /** How many awaits of a category are removed at most. */
  readonly limit?: number | undefined;
  /** Default: `recommended`. */
  readonly preset?: PresetName | undefined;
  /** Whether `fix` applies suggestions too. */
  readonly unsafe?: boolean | undefined;
  /** Told what is done next. */
  readonly onProgress?: (message: string) => void;
}

/** What became of the awaits of one category. */
export interface CategoryResult {
  readonly category: Category;
  /** The awaits that were left in place, each with its reason. */
  readonly excluded: readonly AwaitSite[];
  readonly removals: readonly Removal[];
}

/** What a project gave. */
export interface RemovalResult {
  /** How many findings the untouched project had, and how many of them the first `fix` mended. */
  readonly baseline: { readonly findings: number; readonly fixed: number };
  readonly results: readonly CategoryResult[];
}

/**
 * Removes the awaits on persistence calls from a copy of a project, those of one category at a time, lets `fix` write, and
 * says of each whether it was found and restored. What `fix` mends in the untouched project is mended first.
 */
export async function measureRemoval(options: RemovalOptions): Promise<RemovalResult> {
  const configPath = resolve(options.project);
  const copy = copyProject(configPath, options.root === undefined ? undefined : resolve(options.root));
  try {
    options.onProgress?.('mending what the untouched project has');
    const { summary } = await runFix(copy, options);
    options.onProgress?.('looking for awaits');
    const original = await readProjects(copy);
    const results: CategoryResult[] = [];
    for (const category of options.categories ?? categories)
      results.push(await measureCategory(category, original, { copy, options }));
    return { baseline: { findings: summary.findings, fixed: summary.fixed }, results };
  } finally {
    copy.remove();
  }
}

interface Context {
  readonly copy: ProjectCopy;
  readonly options: RemovalOptions;
}

function runFix(copy: ProjectCopy, { preset = 'recommended', unsafe = false }: RemovalOptions): ReturnType<typeof fix> {
  // The paths keep it from everything that links lead to.
  return fix({
    cwd: copy.root,
    projects: [copy.configPath],
    paths: [copy.root],
    write: true,
    eslintConfig: false,
    preset,
    unsafe,
  });
}

/** The projects as they are before any await is removed. */
interface Original {
  readonly projects: readonly Project[];
  readonly sites: readonly AwaitSite[];
  /** The texts of all files. */
  readonly texts: ReadonlyMap<string, string>;
  /** The type errors of the files with sites. */
  readonly errors: ReadonlyMap<string, readonly TypeError[]>;
}

/** A type error of a file. */
interface TypeError {
  readonly code: number;
  readonly start: number;
}

async function readProjects(copy: ProjectCopy): Promise<Original> {
  const projects = await projectsOf(copy);
  const sites: AwaitSite[] = [];
  const texts = new Map<string, string>();
  const errors = new Map<string, readonly TypeError[]>();
  for (const { program, project, sourceFile } of filesOf(projects, copy)) {
    const found = findAwaitSites(sourceFile, program, project.compiler.ts);
    sites.push(...found);
    texts.set(sourceFile.fileName, sourceFile.text);
    if (found.length > 0) errors.set(sourceFile.fileName, errorsOf(sourceFile, program));
  }
  return { projects, sites, texts, errors };
}

function errorsOf(sourceFile: ts.SourceFile, program: ts.Program): readonly TypeError[] {
  return [...program.getSyntacticDiagnostics(sourceFile), ...program.getSemanticDiagnostics(sourceFile)].map(
    ({ code, start = 0 }) => ({ code, start }),
  );
}

async function measureCategory(
  category: Category,
  original: Original,
  { copy, options }: Context,
): Promise<CategoryResult> {
  const sites = original.sites.filter(site => site.category === category);
  const excluded = sites.filter(({ exclusion }) => exclusion !== undefined);
  const removed = sites.filter(({ exclusion }) => exclusion === undefined).slice(0, options.limit);
  if (removed.length === 0) return { category, excluded, removals: [] };

  options.onProgress?.(`${category}: removing ${removed.length} awaits`);
  const files = new Map(
    [...groupBy(removed, ({ fileName }) => fileName)].map(([fileName, own]) => [
      fileName,
      removeFrom(fileName, own, original),
    ]),
  );
  const bytes = new Map([...original.texts.keys()].map(fileName => [fileName, readFileSync(fileName)]));
  const { errors, silences } = readRemoved(files, original, options);
  const findings = await writeAndFix(files, { copy, options });
  const removals = [...files].flatMap(([fileName, file]) =>
    judgeRemovals(file, {
      path: relative(copy.root, fileName),
      findings: findings.get(fileName) ?? [],
      result: readText(fileName),
      errorsBefore: original.errors.get(fileName) ?? [],
      errorsAfter: errors.get(fileName) ?? [],
      silences,
    }),
  );
  for (const [fileName, content] of bytes) writeFileSync(fileName, content);
  return { category, excluded, removals };
}

function removeFrom(fileName: string, sites: readonly AwaitSite[], { texts }: Original): RemovedFile {
  const original = texts.get(fileName) ?? '';
  return {
    sites,
    original,
    removed: deleteRanges(
      original,
      sites.map(({ deletion }) => deletion),
    ),
  };
}

/** What the files say once their awaits are removed. */
interface Removed {
  readonly errors: ReadonlyMap<string, readonly TypeError[]>;
  /** Why the product is silent of a site. */
  readonly silences: ReadonlyMap<AwaitSite, string>;
}

function readRemoved(
  files: ReadonlyMap<string, RemovedFile>,
  { projects }: Original,
  { preset = 'recommended' }: RemovalOptions,
): Removed {
  const replaced = new Map([...files].map(([fileName, { removed }]) => [fileName, removed]));
  const errors = new Map<string, readonly TypeError[]>();
  const silences = new Map<AwaitSite, string>();
  for (const project of projects) {
    const program = programOf(project, replaced);
    for (const [fileName, file] of files) {
      const sourceFile = program.getSourceFile(fileName);
      if (!sourceFile || errors.has(fileName)) continue;
      errors.set(fileName, errorsOf(sourceFile, program));
      const deletions = file.sites.map(({ deletion }) => deletion);
      for (const site of file.sites) {
        const starts = site.starts.map(start => toOffsetWithout(start, deletions));
        const silence = explainSilence(starts, { sourceFile, program, compiler: project.compiler.ts, preset });
        if (silence !== undefined) silences.set(site, silence);
      }
    }
  }
  return { errors, silences };
}

/** Gives what `fix` found in each file, which is what `scan` finds. */
async function writeAndFix(
  files: ReadonlyMap<string, RemovedFile>,
  { copy, options }: Context,
): Promise<ReadonlyMap<string, readonly ReportedFinding[]>> {
  for (const [fileName, { removed }] of files)
    writeFileSync(
      fileName,
      readFileSync(fileName, 'utf8').startsWith(byteOrderMark) ? byteOrderMark + removed : removed,
    );
  const report = await runFix(copy, options);
  return new Map(report.files.map(({ findings, path }) => [resolve(report.root, path), findings]));
}

const byteOrderMark = '\uFEFF';

function readText(fileName: string): string {
  const text = readFileSync(fileName, 'utf8');
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}
