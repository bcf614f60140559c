import type ts from 'typescript';
import { packageOfFile } from '../../package-of-file.js';
import type { Place } from '../type-facts.js';

/** Where that is declared which stands in a file of a program. */
export function placeOfFile(sourceFile: ts.SourceFile, program: ts.Program): Place {
  if (program.isSourceFileDefaultLibrary(sourceFile)) return { from: 'lib' };
  const name = packageOfFile(sourceFile.fileName);
  return name === undefined ? { from: 'file', path: sourceFile.fileName } : { from: 'package', package: name };
}
