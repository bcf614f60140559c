import { dirname, extname } from 'node:path';
import type ts from 'typescript';
import { askCompiler } from './ask-compiler.js';
import { toRealPath } from './assign-files.js';
import { findConfigPaths, toConfigPath, type ProjectSelection } from './find-config-paths.js';
import { loadCompiler, type Compiler } from '../engines/classic/load-compiler.js';
import { readConfig } from '../engines/classic/read-config.js';
import { componentExtensions } from './component.js';
import { UsageError } from './usage-error.js';

/** One tsconfig with the files it includes and the compiler to read them with. */
export interface Project {
  /** Absolute path of the tsconfig. */
  readonly configPath: string;
  readonly compiler: Compiler;
  readonly config: ts.ParsedCommandLine;
  /** Files that it includes and no compiler reads, such as Vue components. */
  readonly components: readonly string[];
  /** Folders that it includes and that cannot be opened. */
  readonly unreadableFolders: readonly string[];
}

/** Loads the selected projects and all they reference, each once. Throws a {@link UsageError} for what cannot be read. */
export async function loadProjects(selection: ProjectSelection): Promise<readonly Project[]> {
  const projects = new Map<string, Project>();
  for (const configPath of findConfigPaths(selection)) await loadInto(projects, configPath);
  const loaded = [...projects.values()].filter(
    ({ components, config }) => config.fileNames.length + components.length > 0,
  );
  if (loaded.length > 0) return loaded;
  throw new UsageError(
    `${[...projects.keys()].join(', ')}: includes no TypeScript file. Check its "files", "include" and "references".`,
  );
}

async function loadInto(projects: Map<string, Project>, path: string): Promise<void> {
  const configPath = toRealPath(path);
  if (projects.has(configPath)) return;
  const loaded = await loadCompiler(dirname(configPath));
  if (loaded.kind === 'broken') throw new UsageError(loaded.problem);
  const { compiler } = loaded;
  const request = { configPath, furtherExtensions: componentExtensions, toRealPath };
  const read = askCompiler(configPath, compiler, () => readConfig(compiler, request));
  if (read.kind === 'unreadable') throw new UsageError(read.problem);
  const { config, unreadableFolders } = read;
  const isComponent = (fileName: string): boolean => componentExtensions.includes(extname(fileName));
  const components = config.fileNames.filter(isComponent);
  const fileNames = config.fileNames.filter(name => !isComponent(name));
  projects.set(configPath, {
    configPath,
    compiler,
    config: { ...config, fileNames },
    components,
    unreadableFolders,
  });
  for (const reference of config.projectReferences ?? []) {
    await loadInto(projects, toConfigPath(reference.path));
  }
}
