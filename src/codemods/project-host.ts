import type ts from 'typescript';
import type { Project } from './load-projects.js';

/** Builds programs of one project, on the files as they are on disk, with some of them replaced. */
export interface ProjectHost {
  /** The program with the given texts in place of what is on disk, by the file names that the program itself uses. */
  createProgram(replaced: ReadonlyMap<string, string>): ts.Program;
}

/** Creates a host that parses each file once for all programs of the project. */
export function createProjectHost({ compiler: { ts: compiler }, config }: Project): ProjectHost {
  const base = compiler.createCompilerHost(config.options);
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
