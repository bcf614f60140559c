import type ts from 'typescript';
import { inMemoryLibraryFolder } from './load-compiler.js';
import type { Project } from './load-projects.js';

/** Builds programs of one project, on the files as they are on disk, with some of them replaced. */
export interface ProjectHost {
  /** The program with the given texts in place of what is on disk, by the file names that the program itself uses. */
  createProgram(replaced: ReadonlyMap<string, string>): ts.Program;
}

/** Creates a host that parses each file once for all programs of the project. */
export function createProjectHost(project: Project): ProjectHost {
  const { compiler: { ts: compiler }, config } = project;
  const base = createBaseHost(project);
  const parsed = new Map<string, ts.SourceFile | undefined>();
  let previous: ts.Program | undefined;

  return {
    createProgram(replaced) {
      const host: ts.CompilerHost = {
        ...base,
        getSourceFile: (fileName, languageVersion) => {
          const text = replaced.get(fileName);
          if (text !== undefined) return compiler.createSourceFile(fileName, text, languageVersion);
          if (!parsed.has(fileName)) parsed.set(fileName, base.getSourceFile(fileName, languageVersion));
          return parsed.get(fileName);
        },
      };
      previous = compiler.createProgram({
        rootNames: config.fileNames,
        options: config.options,
        ...(config.projectReferences && { projectReferences: config.projectReferences }),
        ...(previous && { oldProgram: previous }),
        host,
      });
      return previous;
    },
  };
}

/** The compiler's host on the disk, with the libraries that the compiler has only in memory. */
function createBaseHost({ compiler: { libraries, ts: compiler }, config }: Project): ts.CompilerHost {
  const host = compiler.createCompilerHost(config.options);
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
