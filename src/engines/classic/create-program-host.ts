import { dirname } from 'node:path';
import type ts from 'typescript';
import { noteDisk } from '../../dependencies.js';
import type { EngineHost } from '../engine.js';
import { noteQuestions } from './note-questions.js';
import type { BuiltSource, SourceFinder } from './workspace/create-source-finder.js';
import { createSourceResolver } from './workspace/create-source-resolver.js';

/** What programs of a project are made of. */
export interface ClassicProject {
  readonly compiler: typeof ts;
  /** The texts of `lib.*.d.ts` by file name, for a compiler that has none on disk beside it. */
  readonly libraries: ReadonlyMap<string, string> | undefined;
  readonly config: Pick<ts.ParsedCommandLine, 'fileNames' | 'options' | 'projectReferences'>;
}

/** What programs are made of, beside their project. */
export interface ProgramSources extends ClassicProject {
  readonly sources: SourceFinder;
  /** The files of the project that are sources of other packages, which find their modules as these do. */
  readonly roots?: readonly BuiltSource[];
  /** Files that somebody has read already, with the same options, by their names. */
  readonly known?: ReadonlyMap<string, ts.SourceFile>;
}

/** Where a compiler without libraries on disk is told that its libraries are. */
export const inMemoryLibraryFolder = '/node_modules/typescript/lib';

/** What makes the programs of one project; else as an {@link EngineHost}. */
export interface ProgramHost extends Pick<EngineHost, 'release' | 'unread'> {
  /** The program with the given texts in place of what is on disk, or beside it. It is the only one that the host keeps. */
  programWith(texts: ReadonlyMap<string, string>): ts.Program;
}

/** Creates a host that parses each text once for all programs of the project. */
export function createProgramHost(project: ProgramSources): ProgramHost {
  const { compiler, config, known, roots, sources } = project;
  const base = createBaseHost(project);
  // As `tsc` does: a JSDoc comment is only read where it can say a type, or an error. Compilers before 5.3 read all of them.
  const jsDoc =
    'JSDocParsingMode' in compiler ? { jsDocParsingMode: compiler.JSDocParsingMode.ParseForTypeErrors } : undefined;
  const onDisk = new Map<string, ts.SourceFile | undefined>();
  const replaced = new Map<string, ts.SourceFile>();
  let current: { readonly texts: ReadonlyMap<string, string>; readonly program: ts.Program } | undefined;

  return {
    programWith(texts) {
      if (current && areEqual(current.texts, texts)) return current.program;
      const program = compiler.createProgram({
        rootNames: config.fileNames,
        options: config.options,
        ...(config.projectReferences && { projectReferences: config.projectReferences }),
        ...(current && { oldProgram: current.program }),
        host: hostWith(texts),
      });
      current = { texts: new Map(texts), program };
      return program;
    },
    unread: () => [...onDisk].flatMap(([fileName, sourceFile]) => (sourceFile ? [] : [fileName])),
    release() {
      current = undefined;
      onDisk.clear();
      replaced.clear();
    },
  };

  function hostWith(texts: ReadonlyMap<string, string>): ts.CompilerHost {
    const folders = new Set([...texts.keys()].map(dirname));
    const host: ts.CompilerHost = {
      ...base,
      ...jsDoc,
      fileExists: fileName => texts.has(fileName) || base.fileExists(fileName),
      directoryExists: folder => folders.has(folder) || (base.directoryExists?.(folder) ?? true),
      readFile: fileName => texts.get(fileName) ?? base.readFile(fileName),
      getSourceFile: (fileName, languageVersion) => {
        const text = texts.get(fileName);
        return text === undefined ? readOnDisk(fileName, languageVersion) : parse(fileName, text, languageVersion);
      },
    };
    return Object.assign(host, createSourceResolver({ compiler, host, options: config.options, roots, sources }));
  }

  function readOnDisk(fileName: string, languageVersion: LanguageVersion): ts.SourceFile | undefined {
    if (!onDisk.has(fileName))
      onDisk.set(fileName, findKnown(fileName, languageVersion) ?? base.getSourceFile(fileName, languageVersion));
    return onDisk.get(fileName);
  }

  function findKnown(fileName: string, languageVersion: LanguageVersion): ts.SourceFile | undefined {
    const file = known?.get(fileName);
    const format = typeof languageVersion === 'object' ? languageVersion.impliedNodeFormat : undefined;
    return file?.impliedNodeFormat === format ? file : undefined;
  }

  function parse(fileName: string, text: string, languageVersion: LanguageVersion): ts.SourceFile {
    const known = replaced.get(fileName);
    if (known?.text === text) return known;
    const sourceFile = compiler.createSourceFile(fileName, text, languageVersion);
    replaced.set(fileName, sourceFile);
    return sourceFile;
  }
}

type LanguageVersion = Parameters<ts.CompilerHost['getSourceFile']>[1];

function areEqual(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([fileName, text]) => b.get(fileName) === text);
}

/** A host that may say, as editors do, that a referenced project is read from its sources and not from what it was built to. */
interface SourceReadingHost extends ts.CompilerHost {
  readonly useSourceOfProjectReferenceRedirect: () => boolean;
}

/** The compiler's host on the disk, with the libraries that the compiler has only in memory. */
function createBaseHost({ compiler, config, libraries }: ClassicProject): SourceReadingHost {
  const plain = compiler.createCompilerHost(config.options);
  const host: SourceReadingHost = {
    ...noteQuestions(compiler, plain),
    getSourceFile: (fileName, languageVersion) => {
      noteDisk('text', fileName);
      return plain.getSourceFile(fileName, languageVersion);
    },
    useSourceOfProjectReferenceRedirect: () => true,
  };
  if (!libraries) return host;
  return {
    ...host,
    getDefaultLibLocation: () => inMemoryLibraryFolder,
    getDefaultLibFileName: options => `${inMemoryLibraryFolder}/${compiler.getDefaultLibFileName(options)}`,
    fileExists: fileName => libraries.has(fileName) || host.fileExists(fileName),
    readFile: fileName => libraries.get(fileName) ?? host.readFile(fileName),
    getSourceFile: (fileName, languageVersion) => {
      const text = libraries.get(fileName);
      return text === undefined
        ? host.getSourceFile(fileName, languageVersion)
        : compiler.createSourceFile(fileName, text, languageVersion);
    },
  };
}
