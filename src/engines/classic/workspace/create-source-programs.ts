import type ts from 'typescript';
import { packageOfFile } from '../../../package-of-file.js';
import { createProgramHost } from '../create-program-host.js';
import type { BuiltSource, SourceFinder } from './create-source-finder.js';

/** Gives the program on the sources behind what another one has of packages of the workspace; undefined where it has nothing built. */
export type SourcePrograms = (program: ts.Program) => ts.Program | undefined;

/** A program, and what it was made of. */
interface Kept {
  readonly key: string;
  readonly program: ts.Program;
  /** When each of its sources was last changed. */
  readonly times: ReadonlyMap<string, number | undefined>;
}

/**
 * Makes such programs. The last one is kept for as long as its sources stay as they are, since an editor comes with another
 * program after every change. What packages declare is shared with the program that is asked for.
 */
export function createSourcePrograms(compiler: typeof ts, sources: SourceFinder): SourcePrograms {
  const { sys } = compiler;
  let kept: Kept | undefined;
  return programBehind;

  function programBehind(program: ts.Program): ts.Program | undefined {
    const roots = findSources(program);
    if (roots.length === 0) return undefined;
    const options = toOptions(program.getCompilerOptions());
    const key = JSON.stringify([roots, options]);
    if (kept?.key === key && [...kept.times].every(([fileName, time]) => timeOf(fileName) === time))
      return kept.program;
    const host = createProgramHost({
      compiler,
      libraries: undefined,
      config: { options, fileNames: roots.map(({ fileName }) => fileName) },
      sources,
      roots,
      known: collectShared(program),
    });
    const made = host.programWith(new Map());
    const own = made.getSourceFiles().filter(({ fileName }) => packageOfFile(fileName) === undefined);
    kept = { key, program: made, times: new Map(own.map(({ fileName }) => [fileName, timeOf(fileName)])) };
    return made;
  }

  function findSources(program: ts.Program): readonly BuiltSource[] {
    const found = program
      .getSourceFiles()
      .filter(file => file.isDeclarationFile && !program.isSourceFileDefaultLibrary(file))
      .flatMap(({ fileName }) => (packageOfFile(fileName) === undefined ? (sources.sourceOf(fileName) ?? []) : []));
    return [...new Map(found.map(source => [source.fileName, source])).values()];
  }

  function timeOf(fileName: string): number | undefined {
    return sys.getModifiedTime?.(fileName)?.getTime();
  }
}

/** The options of a program that is only read, as plain data. */
function toOptions(options: ts.CompilerOptions): ts.CompilerOptions {
  return { ...options, configFile: undefined, noEmit: true, composite: false, incremental: false };
}

/**
 * The files of a program that do not change, by their names, but for those that it has only as a stand-in for a copy of another
 * package. A program that they are given to keeps nothing else of this one.
 */
function collectShared(program: ts.Program): ReadonlyMap<string, ts.SourceFile> {
  const shared = program
    .getSourceFiles()
    .filter(
      file =>
        file.isDeclarationFile &&
        !('redirectInfo' in file) &&
        (packageOfFile(file.fileName) !== undefined || program.isSourceFileDefaultLibrary(file)),
    );
  return new Map(shared.map(file => [file.fileName, file]));
}
