import type ts from 'typescript';
import type { FunctionWithBody } from '../../../syntax/has-body.js';
import type { Engine } from '../../engine.js';
import type { FunctionFinder } from '../find-functions.js';
import type { SourceFinder } from './create-source-finder.js';
import { findSymbolAt } from './find-symbol-at.js';
import { pathOfDeclaration } from './path-of-declaration.js';

/** What was read of one program. */
export interface Reading {
  readonly checker: ts.TypeChecker;
  readonly engine: Engine;
  readonly functions: FunctionFinder;
}

/** The sources behind the declaration files that a program has of other packages of the workspace. */
export interface Behind {
  /** What was read of them; undefined where there are none. They are read when this is first asked. */
  readonly read: () => Reading | undefined;
  /** The same where a node is one of theirs, so that they must have been read; else undefined. */
  readonly readingOf: (node: ts.Node) => Reading | undefined;
  /** Whether what the program has of a type was built from one that is declared in the sources, by that name. */
  readonly isBuiltFrom: (type: ts.Symbol | undefined, name: ts.Identifier) => boolean;
  /** The functions that a declaration of a declaration file was built from. */
  readonly functionsOf: (declaration: ts.Declaration) => readonly FunctionWithBody[];
}

/** Makes what is behind a program, which `readSources` reads. */
export function createBehind(
  compiler: typeof ts,
  sources: SourceFinder,
  readSources: () => Reading | undefined,
): Behind {
  let known: { readonly reading: Reading | undefined } | undefined;
  return { read, readingOf, isBuiltFrom, functionsOf };

  function read(): Reading | undefined {
    known ??= { reading: readSources() };
    return known.reading;
  }

  function readingOf(node: ts.Node): Reading | undefined {
    const reading = known?.reading;
    if (!reading) return undefined;
    const sourceFile = node.getSourceFile();
    return reading.engine.files.named(sourceFile.fileName) === sourceFile ? reading : undefined;
  }

  function isBuiltFrom(type: ts.Symbol | undefined, name: ts.Identifier): boolean {
    const source = read()?.checker.getSymbolAtLocation(name);
    return source !== undefined && (type?.declarations ?? []).some(declaration => symbolOf(declaration) === source);
  }

  function functionsOf(declaration: ts.Declaration): readonly FunctionWithBody[] {
    const symbol = symbolOf(declaration);
    return (symbol && read()?.functions.of(symbol)) ?? [];
  }

  /** What a declaration of a declaration file was built from; undefined where no source says so. */
  function symbolOf(declaration: ts.Declaration): ts.Symbol | undefined {
    const { fileName, isDeclarationFile } = declaration.getSourceFile();
    const source = isDeclarationFile ? sources.sourceOf(fileName) : undefined;
    const path = source && pathOfDeclaration(compiler, declaration);
    const reading = path && read();
    const sourceFile = source && reading?.engine.files.named(source.fileName);
    return path && reading && sourceFile
      ? findSymbolAt(compiler, path, { checker: reading.checker, sourceFile })
      : undefined;
  }
}

/** What is behind sources themselves. */
export const nothingBehind: Behind = {
  read: () => undefined,
  readingOf: () => undefined,
  isBuiltFrom: () => false,
  functionsOf: () => [],
};
