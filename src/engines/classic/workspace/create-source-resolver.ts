import { extname } from 'node:path';
import type ts from 'typescript';
import { packageOfFile } from '../../../package-of-file.js';
import type { BuiltSource, SourceFinder } from './create-source-finder.js';

/** What modules are found with. */
export interface Resolving {
  readonly compiler: typeof ts;
  /** Is asked for what is there. */
  readonly host: ts.CompilerHost;
  readonly options: ts.CompilerOptions;
  readonly sources: SourceFinder;
  /** Sources of other packages that nothing has to lead to. */
  readonly roots?: readonly BuiltSource[] | undefined;
}

/** How a program finds modules: a part of its host. */
export type SourceResolver = Required<Pick<ts.CompilerHost, 'getModuleResolutionCache' | 'resolveModuleNameLiterals'>>;

/**
 * Makes modules be found where the compiler finds them, but for what a package of the workspace is built to, or would be were it
 * built: in its place its sources are found, and what they import is found as their own package finds it.
 */
export function createSourceResolver({ compiler, host, options, roots = [], sources }: Resolving): SourceResolver {
  const current = host.getCurrentDirectory();
  const caches = new Map<ts.CompilerOptions, ts.ModuleResolutionCache>();
  const unbuilt = { cache: createCache(options), host: seeUnbuilt(host, sources) };
  const ofSources = new Map(roots.map(root => [root.fileName, root.options]));

  return {
    getModuleResolutionCache: () => cacheOf(options),
    resolveModuleNameLiterals: (literals, containingFile, redirected, ofFile, containing) => {
      const ofPackage = ofSources.get(containingFile);
      const own = ofPackage ?? ofFile;
      return literals.map(literal => {
        const mode = compiler.getModeForUsageLocation(containing, literal, own);
        const found = compiler.resolveModuleName(
          literal.text,
          containingFile,
          own,
          host,
          cacheOf(own),
          ofPackage ? undefined : redirected,
          mode,
        );
        const module = found.resolvedModule ?? findUnbuilt(literal.text, containingFile, mode);
        const source = module && sources.sourceOf(module.resolvedFileName);
        if (source && mayBeRead(source)) {
          ofSources.set(source.fileName, source.options);
          return { ...found, resolvedModule: toModule(source) };
        }
        if (module && ofPackage && packageOfFile(module.resolvedFileName) === undefined)
          ofSources.set(module.resolvedFileName, ofPackage);
        return found;
      });
    },
  };

  function findUnbuilt(name: string, containingFile: string, mode: ts.ResolutionMode): ts.ResolvedModule | undefined {
    const { cache, host: seeing } = unbuilt;
    return compiler.resolveModuleName(name, containingFile, options, seeing, cache, undefined, mode).resolvedModule;
  }

  /** Whether the program takes a source in: one with JSX only where its options say what becomes of that. */
  function mayBeRead({ fileName }: BuiltSource): boolean {
    return !fileName.endsWith('.tsx') || options.jsx !== undefined;
  }

  function cacheOf(own: ts.CompilerOptions): ts.ModuleResolutionCache {
    let cache = caches.get(own);
    if (!cache) caches.set(own, (cache = createCache(own)));
    return cache;
  }

  function createCache(own: ts.CompilerOptions): ts.ModuleResolutionCache {
    return compiler.createModuleResolutionCache(current, name => host.getCanonicalFileName(name), own);
  }
}

function toModule({ fileName }: BuiltSource): ts.ResolvedModuleFull {
  return {
    resolvedFileName: fileName,
    extension: extname(fileName),
    isExternalLibraryImport: false,
    resolvedUsingTsExtension: false,
  };
}

/** A host for which what would be built is there. */
function seeUnbuilt(host: ts.CompilerHost, sources: SourceFinder): ts.ModuleResolutionHost {
  return {
    fileExists: fileName => host.fileExists(fileName) || sources.sourceOf(fileName) !== undefined,
    directoryExists: folder => !ofModules.test(folder) || (host.directoryExists?.(folder) ?? true),
    readFile: fileName => host.readFile(fileName),
    getCurrentDirectory: () => host.getCurrentDirectory(),
    realpath: path => host.realpath?.(path) ?? path,
  };
}

/** A folder that is looked into for packages, or one of a package there: neither is built. */
const ofModules = /\/node_modules(?:\/@[^/]+)?(?:\/[^/]+)?$/;
