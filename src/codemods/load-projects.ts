import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type ts from 'typescript';
import { loadCompiler, type Compiler } from './load-compiler.js';
import { UsageError } from './usage-error.js';

/** One tsconfig with the files it includes and the compiler to read them with. */
export interface Project {
  /** Absolute path of the tsconfig. */
  readonly configPath: string;
  readonly compiler: Compiler;
  readonly config: ts.ParsedCommandLine;
}

/** Which projects and files are meant. Paths are taken from `cwd`. */
export interface Selection {
  readonly cwd: string;
  /** Files and folders to judge; all files of the projects where there are none. */
  readonly paths: readonly string[];
  /** tsconfig files, or folders that hold one; the nearest tsconfig of each path where there are none. */
  readonly projects: readonly string[];
}

/** Loads the selected projects and all they reference, each once. Throws a {@link UsageError} for what cannot be read. */
export async function loadProjects(selection: Selection): Promise<readonly Project[]> {
  const projects = new Map<string, Project>();
  for (const configPath of findConfigPaths(selection)) await loadInto(projects, configPath);
  const loaded = [...projects.values()].filter(({ config }) => config.fileNames.length > 0);
  if (loaded.length > 0) return loaded;
  throw new UsageError(`${[...projects.keys()].join(', ')}: includes no TypeScript file. Check its "files", "include" and "references".`);
}

function findConfigPaths({ cwd, paths, projects }: Selection): readonly string[] {
  for (const path of paths) assertExists(resolve(cwd, path));
  if (projects.length > 0) return projects.map(project => toConfigPath(resolve(cwd, project)));
  const starts = paths.length > 0 ? paths.map(path => resolve(cwd, path)) : [cwd];
  return [...new Set(starts.map(findNearestConfig))];
}

function assertExists(path: string): void {
  if (!existsSync(path)) throw new UsageError(`${path}: no such file or folder.`);
}

function toConfigPath(path: string): string {
  assertExists(path);
  if (!statSync(path).isDirectory()) return path;
  const inside = resolve(path, 'tsconfig.json');
  if (existsSync(inside)) return inside;
  throw new UsageError(`${path}: this folder has no tsconfig.json. Name the file with --project.`);
}

function findNearestConfig(start: string): string {
  for (let folder = statSync(start).isDirectory() ? start : dirname(start); ; folder = dirname(folder)) {
    const candidate = resolve(folder, 'tsconfig.json');
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new UsageError(`${start}: no tsconfig.json here or above. Name one with --project.`);
  }
}

async function loadInto(projects: Map<string, Project>, path: string): Promise<void> {
  const configPath = realpathSync(path);
  if (projects.has(configPath)) return;
  const compiler = await loadCompiler(dirname(configPath));
  const config = parseConfig(configPath, compiler.ts);
  projects.set(configPath, { configPath, compiler, config });
  for (const reference of config.projectReferences ?? []) {
    await loadInto(projects, toConfigPath(reference.path));
  }
}

function parseConfig(configPath: string, compiler: typeof ts): ts.ParsedCommandLine {
  const config = compiler.getParsedCommandLineOfConfigFile(
    configPath,
    { noEmit: true, incremental: false, composite: false },
    { ...compiler.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  if (!config) throw new UsageError(`${configPath}: cannot be read.`);
  const emptyIsFine = (config.projectReferences ?? []).length > 0;
  const problems = compiler.getConfigFileParsingDiagnostics(config);
  const error = problems.find(({ code }) => !(emptyIsFine && emptyProjectCodes.includes(code)));
  if (error) fail(error);
  return config;

  function fail({ file, messageText, start }: ts.Diagnostic): never {
    const line = file && start !== undefined ? `:${file.getLineAndCharacterOfPosition(start).line + 1}` : '';
    throw new UsageError(`${file?.fileName ?? configPath}${line}: ${compiler.flattenDiagnosticMessageText(messageText, ' ')}`);
  }
}

/** The compiler's errors for an empty "files" list and for an "include" that matches nothing. */
const emptyProjectCodes: readonly number[] = [18002, 18003];
