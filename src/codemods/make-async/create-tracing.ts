import type ts from 'typescript';
import type { Unit } from '../../analysis/unit.js';
import type { NamedReference } from '../../syntax/declared-names.js';
import { findDynamicAccesses } from '../../project-index/find-dynamic-accesses.js';
import { identifiersNamed } from '../../project-index/index-identifiers.js';
import type { Tracing } from './tracing.js';

/** What tracing needs beside the program. */
export interface TracingSetup {
  readonly compiler: typeof ts;
  readonly toUnit: (program: ts.Program, sourceFile: ts.SourceFile) => Unit;
  readonly isEditable: (fileName: string) => boolean;
  /** Who may call what is declared without being in the program, in words; undefined where nobody can. */
  readonly findOutsider: (declaration: ts.Declaration, name: string, program: ts.Program) => string | undefined;
  /** A file's path as reports show it. */
  readonly toPath: (fileName: string) => string;
}

/** Makes what tracing may ask of a program. */
export function createTracing(program: ts.Program, setup: TracingSetup): Tracing {
  const { compiler } = setup;
  const named = new Map<string, readonly NamedReference[]>();
  let accesses: readonly ts.Expression[] | undefined;
  return {
    compiler,
    program,
    checker: program.getTypeChecker(),
    toUnit: sourceFile => setup.toUnit(program, sourceFile),
    identifiersNamed: name => {
      const known = named.get(name) ?? [...identifiersNamed(name, compiler, program)];
      named.set(name, known);
      return known;
    },
    dynamicAccesses: () => (accesses ??= findDynamicAccesses(compiler, program)),
    isEditable: ({ fileName }) => setup.isEditable(fileName),
    findOutsider: (declaration, name) => setup.findOutsider(declaration, name, program),
    locate: node => {
      const sourceFile = node.getSourceFile();
      return `${setup.toPath(sourceFile.fileName)}:${sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile)).line + 1}`;
    },
  };
}
