import type ts from 'typescript';
import { packageOfFile } from '../../package-of-file.js';
import type { Place } from '../type-facts.js';
import type { SourceFinder } from './workspace/create-source-finder.js';

/** What is asked where a file is of. */
export interface PlaceSources {
  readonly program: ts.Program;
  readonly sources: SourceFinder;
}

/** Where that is declared which stands in a file of a program: of what a package of the workspace is built to, in its source. */
export function placeOfFile(sourceFile: ts.SourceFile, { program, sources }: PlaceSources): Place {
  if (program.isSourceFileDefaultLibrary(sourceFile)) return { from: 'lib' };
  const { fileName } = sourceFile;
  const name = packageOfFile(fileName);
  const mayStandForOther = sourceFile.isDeclarationFile === (name === undefined); // what is built, or lies behind a link
  const source = mayStandForOther ? sources.sourceOf(fileName) : undefined;
  if (source || name === undefined) return { from: 'file', path: source?.fileName ?? fileName };
  return { from: 'package', package: name };
}
