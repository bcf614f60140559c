import { dirname, resolve } from 'node:path';
import type ts from 'typescript';
import { createPackageFinder } from '../../../find-package.js';
import { packageOfFile } from '../../../package-of-file.js';
import { noteQuestions } from '../note-questions.js';

/** A source of a package of the workspace, and what its tsconfig says of it. */
export interface BuiltSource {
  readonly fileName: string;
  /** With these the package itself finds the modules that it imports. */
  readonly options: ts.CompilerOptions;
}

/** Finds the sources of what packages of the workspace are built to. Each tsconfig is read, and each file looked for, once. */
export interface SourceFinder {
  /**
   * The source that a declaration file, or a JavaScript file, was built from, or would be were it built: its declaration map
   * names it, or a tsconfig of its package says where what is built goes. For a source that is read by the path of a link
   * (`preserveSymlinks`) the source itself. Undefined for what a third party built, and for what somebody wrote by hand.
   */
  sourceOf(fileName: string): BuiltSource | undefined;
}

/** Makes the search on the disk. */
export function createSourceFinder(compiler: typeof ts): SourceFinder {
  const sys = noteQuestions(compiler, compiler.sys);
  const packageOf = createPackageFinder();
  const configs = new Map<string, readonly PackageConfig[]>();
  const known = new Map<string, { readonly source: BuiltSource | undefined }>();
  return { sourceOf };

  function sourceOf(fileName: string): BuiltSource | undefined {
    let found = known.get(fileName);
    if (!found) known.set(fileName, (found = { source: findSourceOf(fileName) }));
    return found.source;
  }

  function findSourceOf(fileName: string): BuiltSource | undefined {
    const isBehindLink = packageOfFile(fileName) !== undefined && sourceFile.test(fileName);
    if (!isBehindLink && !built.test(fileName)) return undefined;
    const path = toRealPath(fileName, sys);
    const folder = packageOfFile(path) === undefined ? packageOf(dirname(path)) : undefined;
    const own = folder === undefined ? [] : configsOf(folder);
    if (isBehindLink && folder !== undefined) return { fileName: path, options: own[0]?.config.options ?? {} };
    if (folder === undefined || own.some(({ config }) => config.fileNames.includes(path))) return undefined;
    return ofMap(path, own) ?? ofOutput(path, own) ?? ofConvention(path, folder, own);
  }

  /** The one source that a declaration map names; a map of several tells of none where it begins. */
  function ofMap(path: string, [first]: readonly PackageConfig[]): BuiltSource | undefined {
    const [source, ...others] = sourcesIn(sys.readFile(`${path}.map`) ?? '');
    const fileName = source === undefined || others.length > 0 ? undefined : resolve(dirname(path), source);
    return fileName !== undefined && isSource(fileName)
      ? { fileName, options: first?.config.options ?? {} }
      : undefined;
  }

  /** The source whose output a file is, by `outDir` and `rootDir`. */
  function ofOutput(path: string, all: readonly PackageConfig[]): BuiltSource | undefined {
    for (const { config, roots } of all) {
      const { declarationDir, outDir } = config.options;
      for (const folder of [declarationDir, outDir]) {
        if (folder === undefined || !path.startsWith(`${folder}/`)) continue;
        const fileName = roots.map(root => findSource(root + path.slice(folder.length))).find(isFound);
        if (fileName !== undefined) return { fileName, options: config.options };
      }
    }
    return undefined;
  }

  /**
   * Where no tsconfig says what is built where, since a bundler does, or an option of a script: of the folders in which the
   * package names files as its own, the source that is called the same, in the same folder of `src`.
   */
  function ofConvention(path: string, folder: string, all: readonly PackageConfig[]): BuiltSource | undefined {
    if (all.some(({ config: { options } }) => options.outDir !== undefined || options.declarationDir !== undefined))
      return undefined;
    const [output = '', ...inside] = path.slice(folder.length + 1).split('/');
    const named = filesNamedIn(sys.readFile(`${folder}/package.json`) ?? '');
    if (inside.length === 0 || !named.some(file => file.startsWith(`${output}/`)) || named.some(isInSources))
      return undefined;
    const fileName = findSource([folder, 'src', ...inside].join('/'));
    const listing = all.find(({ config }) => fileName !== undefined && config.fileNames.includes(fileName));
    return fileName !== undefined && listing ? { fileName, options: listing.config.options } : undefined;
  }

  function findSource(output: string): string | undefined {
    const { code = '', stem = '', types: kind = code } = built.exec(output)?.groups ?? {};
    return [`${stem}.${kind}ts`, ...(kind === '' ? [`${stem}.tsx`] : [])].find(isSource);
  }

  /** Whether a file is there, and none of a third party's. */
  function isSource(fileName: string): boolean {
    return sourceFile.test(fileName) && packageOfFile(fileName) === undefined && sys.fileExists(fileName);
  }

  function configsOf(folder: string): readonly PackageConfig[] {
    let found = configs.get(folder);
    if (!found) configs.set(folder, (found = readConfigs(folder, compiler, sys)));
    return found;
  }
}

const sourceFile = /(?<!\.d)\.[cm]?tsx?$/;

/** What is built of sources: its name without the ending, and whether that is one of modules of a certain kind. */
const built = /^(?<stem>.*?)\.(?:d\.(?<types>[cm]?)ts|(?<code>[cm]?)js)$/;

/** A tsconfig of a package. */
interface PackageConfig {
  readonly config: ts.ParsedCommandLine;
  /** The folders that may be left out of the path of what is built. */
  readonly roots: readonly string[];
}

/** All tsconfigs that stand in the folder of a package, `tsconfig.json` first; those that cannot be read are left out. */
function readConfigs(folder: string, compiler: typeof ts, sys: ts.System): readonly PackageConfig[] {
  const paths = sys
    .readDirectory(folder, ['.json'], undefined, ['tsconfig*.json'])
    .toSorted((a, b) => Number(b.endsWith('/tsconfig.json')) - Number(a.endsWith('/tsconfig.json')));
  return paths.flatMap(path => {
    const config = compiler.getParsedCommandLineOfConfigFile(
      path,
      {},
      { ...sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
    );
    if (!config) return [];
    const { rootDir } = config.options;
    const roots = rootDir === undefined ? [folderOfAll(config.fileNames), dirname(path)] : [rootDir];
    return [{ config, roots: roots.filter(isFound) }];
  });
}

/** The deepest folder that all files are in. */
function folderOfAll(fileNames: readonly string[]): string | undefined {
  const sources = fileNames.filter(fileName => !fileName.endsWith('.d.ts'));
  let [common] = sources.map(fileName => dirname(fileName));
  for (const fileName of sources)
    while (common !== undefined && common !== '/' && !fileName.startsWith(`${common}/`)) common = dirname(common);
  return common;
}

/** The sources that a map names; none where it is no map. */
function sourcesIn(map: string): readonly string[] {
  const { sourceRoot, sources } = readJson(map, ['sourceRoot', 'sources']);
  return stringsIn(sources).map(source =>
    typeof sourceRoot === 'string' && sourceRoot !== '' ? `${sourceRoot}/${source}` : source,
  );
}

/** The files that a package says it consists of, by their paths in its folder. */
function filesNamedIn(manifest: string): readonly string[] {
  return stringsIn(readJson(manifest, ['exports', 'main', 'module', 'types', 'typings'])).map(file =>
    file.replace(/^\.\//, ''),
  );
}

function isInSources(file: string): boolean {
  return file.startsWith('src/');
}

/** All texts in a value that was read from JSON. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Some members of an object that is written as JSON; none where it is not. */
function readJson(text: string, names: readonly string[]): Readonly<Record<string, unknown>> {
  try {
    const read = JSON.parse(text) as Readonly<Record<string, unknown>> | null; // an object in all files that are read
    return Object.fromEntries(names.map(name => [name, read?.[name]]));
  } catch {
    return {};
  }
}

/** The path behind all links, also of what is not there yet. */
function toRealPath(fileName: string, sys: ts.System): string {
  let folder = fileName;
  while (!sys.fileExists(folder) && !sys.directoryExists(folder) && dirname(folder) !== folder)
    folder = dirname(folder);
  return (sys.realpath?.(folder) ?? folder) + fileName.slice(folder.length);
}

function isFound<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
