import type ts from 'typescript';
import type { DeclaredNames } from '../analysis/type-facts.js';
import { indexDeclarations } from './index-declarations.js';
import { packageOfFile } from './package-of-file.js';

/**
 * Collects every name that a program's own files declare, or give to something of another file, and every name that some
 * packages declare. What is called by another name is a third party's, and need not be looked up.
 */
export function indexNames(compiler: typeof ts, program: ts.Program, packages: readonly string[]): DeclaredNames {
  const members = new Set<string>();
  const locals = new Set<string>();
  for (const sourceFile of program.getSourceFiles()) {
    if (program.isSourceFileDefaultLibrary(sourceFile)) continue;
    const owner = packageOfFile(sourceFile.fileName);
    if (owner !== undefined && !packages.includes(owner)) continue;
    const declared = indexDeclarations(compiler, sourceFile);
    for (const name of declared.members) members.add(name);
    for (const name of declared.locals) locals.add(name);
  }
  return { members, locals };
}
