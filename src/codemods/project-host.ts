import { dirname } from 'node:path';
import type ts from 'typescript';
import { askCompiler } from './ask-compiler.js';
import { isThere } from './is-there.js';
import { inMemoryLibraryFolder } from './load-compiler.js';
import { createPrograms, type OpenProgram } from '../programs.js';
import type { Project } from './load-projects.js';

/** Builds programs of one project, on the files as they are on disk, with some of them replaced. */
export interface ProjectHost {
  /**
   * The program with the given texts in place of what is on disk, or beside it, by the file names that the program itself
   * uses. It is the only one that the host keeps: whoever asks for another must let go of it, so that one checker is alive.
   */
  programWith(texts: ReadonlyMap<string, string>): ts.Program;
  /** What may be asked of a program of the host. */
  open(program: ts.Program): OpenProgram;
  /** The files that the programs so far asked for and that are there, or listed by the project, and could not be read. */
  unread(): readonly string[];
  /** Lets go of the program and all that it was made of, so that another project can have the memory. The next program is made anew. */
  release(): void;
}

/** Creates a host that parses each text once for all programs of the project. */
export function createProjectHost(project: Project): ProjectHost {
  const {
    compiler: { ts: compiler },
    config,
  } = project;
  const base = createBaseHost(project);
  const { open } = createPrograms(compiler);
  const onDisk = new Map<string, ts.SourceFile | undefined>();
  const replaced = new Map<string, ts.SourceFile>();
  let current: { readonly texts: ReadonlyMap<string, string>; readonly program: ts.Program } | undefined;

  return {
    programWith(texts) {
      if (current && areEqual(current.texts, texts)) return current.program;
      const program = askCompiler(project.configPath, project.compiler, () =>
        compiler.createProgram({
          rootNames: config.fileNames,
          options: config.options,
          ...(config.projectReferences && { projectReferences: config.projectReferences }),
          ...(current && { oldProgram: current.program }),
          host: hostWith(texts),
        }),
      );
      current = { texts: new Map(texts), program };
      return program;
    },
    open,
    unread() {
      const listed = new Set(config.fileNames);
      return [...onDisk].flatMap(([fileName, sourceFile]) =>
        !sourceFile && (listed.has(fileName) || isThere(fileName)) ? [fileName] : [],
      );
    },
    release() {
      current = undefined;
      onDisk.clear();
      replaced.clear();
    },
  };

  function hostWith(texts: ReadonlyMap<string, string>): ts.CompilerHost {
    const folders = new Set([...texts.keys()].map(dirname));
    return {
      ...base,
      fileExists: fileName => texts.has(fileName) || base.fileExists(fileName),
      directoryExists: folder => folders.has(folder) || (base.directoryExists?.(folder) ?? true),
      readFile: fileName => texts.get(fileName) ?? base.readFile(fileName),
      getSourceFile: (fileName, languageVersion) => {
        const text = texts.get(fileName);
        return text === undefined ? readOnDisk(fileName, languageVersion) : parse(fileName, text, languageVersion);
      },
    };
  }

  function readOnDisk(fileName: string, languageVersion: LanguageVersion): ts.SourceFile | undefined {
    if (!onDisk.has(fileName)) onDisk.set(fileName, base.getSourceFile(fileName, languageVersion));
    return onDisk.get(fileName);
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
function createBaseHost({ compiler: { libraries, ts: compiler }, config }: Project): SourceReadingHost {
  const host: SourceReadingHost = {
    ...compiler.createCompilerHost(config.options),
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
