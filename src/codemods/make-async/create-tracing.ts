import type ts from 'typescript';
import type { Unit } from '../../analysis/unit.js';
import type { NamedReference } from '../../syntax/declared-names.js';
import type { ProjectIndex } from '../../project-index/project-index.js';
import type { Tracing } from './tracing.js';

/** What tracing needs beside the program. */
export interface TracingSetup {
  readonly compiler: typeof ts;
  /** What the trees of the program say. */
  readonly index: ProjectIndex;
  readonly toUnit: (program: ts.Program, sourceFile: ts.SourceFile) => Unit;
  readonly isEditable: (fileName: string) => boolean;
  /** Who may call what is declared without being in the program, in words; undefined where nobody can. */
  readonly findOutsider: (declaration: ts.Declaration, name: string, program: ts.Program) => string | undefined;
  /** A file's path as reports show it. */
  readonly toPath: (fileName: string) => string;
}

/** Makes what tracing may ask of a program. */
export function createTracing(program: ts.Program, setup: TracingSetup): Tracing {
  const { compiler, index } = setup;
  const named = new Map<string, readonly NamedReference[]>();
  let accesses: readonly ts.Expression[] | undefined;
  return {
    compiler,
    program,
    checker: program.getTypeChecker(),
    toUnit: sourceFile => setup.toUnit(program, sourceFile),
    identifiersNamed: name => {
      const known = named.get(name) ?? [...index.mentionsOf(name)];
      named.set(name, known);
      return known;
    },
    dynamicAccesses: () => (accesses ??= index.dynamicAccesses()),
    isEditable: ({ fileName }) => setup.isEditable(fileName),
    findOutsider: (declaration, name) => setup.findOutsider(declaration, name, program),
    locate: node => {
      const sourceFile = node.getSourceFile();
      return `${setup.toPath(sourceFile.fileName)}:${sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile)).line + 1}`;
    },
  };
}
