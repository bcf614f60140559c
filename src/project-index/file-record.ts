import type ts from 'typescript';
import type { Syntax } from '../syntax/syntax.js';
import { callsVisitor, type CallsByName } from './visit-calls.js';
import { implementersVisitor, type ImplementersByType } from './visit-implementers.js';
import { importsVisitor } from './visit-imports.js';
import { namesVisitor, type NamesOfFile } from './visit-names.js';
import { narrowedNamesVisitor } from './visit-narrowed-names.js';
import { settlersVisitor } from './visit-settlers.js';
import { createFileWalk } from './walk-file.js';

/** The record of each of the project's own files: plain data, and nodes of that file. */
export interface FileRecord {
  /** Its declarations. */
  readonly names: NamesOfFile;
  /** The calls of its functions. */
  readonly calls: CallsByName;
  /** The implementations of types. */
  readonly implementers: ImplementersByType;
  /** The modules that it imports. */
  readonly imports: readonly ts.StringLiteralLike[];
  /** The names of what it tests by `instanceof`. */
  readonly narrowed: ReadonlySet<string>;
  /** The names by which it may settle a promise. */
  readonly settlers: ReadonlySet<string>;
}

/** Reads a file, in one walk. */
export function readFile(sourceFile: ts.SourceFile, syntax: Syntax): FileRecord {
  const { add, run } = createFileWalk(sourceFile, syntax);
  const names = add(namesVisitor);
  const calls = add(callsVisitor);
  const implementers = add(implementersVisitor);
  const imports = add(importsVisitor);
  const narrowed = add(narrowedNamesVisitor);
  const settlers = add(settlersVisitor);
  run();
  return {
    names: names(),
    calls: calls(),
    implementers: implementers(),
    imports: imports(),
    narrowed: narrowed(),
    settlers: settlers(),
  };
}
