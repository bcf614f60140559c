import { dirname, extname } from 'node:path';
import type ts from 'typescript';
import { askCompiler } from './ask-compiler.js';
import { toRealPath } from './assign-files.js';
import { findConfigPaths, toConfigPath, type ProjectSelection } from './find-config-paths.js';
import { loadCompiler, type Compiler } from './load-compiler.js';
import { componentExtensions } from './component.js';
import { createDirectoryReader } from './read-directory.js';
import { UsageError } from './usage-error.js';
import { withFormerDefaults } from './former-defaults.js';

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
  const compiler = await loadCompiler(dirname(configPath));
  const { readDirectory, unreadable } = createDirectoryReader(compiler.ts);
  const config = askCompiler(configPath, compiler, () => parseConfig(configPath, compiler, readDirectory));
  const isComponent = (fileName: string): boolean => componentExtensions.includes(extname(fileName));
  const components = config.fileNames.filter(isComponent);
  const fileNames = config.fileNames.filter(name => !isComponent(name));
  projects.set(configPath, {
    configPath,
    compiler,
    config: { ...config, fileNames },
    components,
    unreadableFolders: [...unreadable],
  });
  for (const reference of config.projectReferences ?? []) {
    await loadInto(projects, toConfigPath(reference.path));
  }
}

function parseConfig(
  configPath: string,
  { ts: compiler, ...from }: Compiler,
  readDirectory: ts.ParseConfigHost['readDirectory'],
): ts.ParsedCommandLine {
  const config = compiler.getParsedCommandLineOfConfigFile(
    configPath,
    { noEmit: true, incremental: false, composite: false },
    { ...compiler.sys, readDirectory, onUnRecoverableConfigFileDiagnostic: fail },
    undefined,
    undefined,
    componentExtensions.map(extension => ({
      extension,
      isMixedContent: true,
      scriptKind: compiler.ScriptKind.Deferred,
    })),
  );
  if (!config) throw new UsageError(`${configPath}: cannot be read.`);
  const emptyIsFine = (config.projectReferences ?? []).length > 0;
  const problems = compiler.getConfigFileParsingDiagnostics(config);
  const error = problems.find(({ code }) => !(emptyIsFine && emptyProjectCodes.includes(code)));
  if (error) fail(error);
  return from.source === 'bundled'
    ? { ...config, options: withFormerDefaults(config.options, from.replaces, compiler) }
    : config;

  function fail({ code, file, messageText, start }: ts.Diagnostic): never {
    const line = file && start !== undefined ? `:${file.getLineAndCharacterOfPosition(start).line + 1}` : '';
    const text = compiler.flattenDiagnosticMessageText(messageText, ' ');
    const hint = code === fileNotFoundCode && !/'[./]/.test(text) ? ' Are the dependencies installed?' : '';
    throw new UsageError(`${file?.fileName ?? configPath}${line}: ${text}${hint}`);
  }
}

/** The compiler's error for a file that "extends" names and that is not there; of a package, it is named as it is written. */
const fileNotFoundCode = 6053;

/** The compiler's errors for an empty "files" list and for an "include" that matches nothing. */
const emptyProjectCodes: readonly number[] = [18002, 18003];
