import type ts from 'typescript';
import { indexDeclarations } from './index-declarations.js';
import { packageOfFile } from './package-of-file.js';
import type { ProjectFiles } from './project-files.js';

/** Names under which something is declared that may give a promise. */
export interface DeclaredNames {
  /** Those that can stand behind a dot, and may be exported. */
  readonly members: ReadonlySet<string>;
  /** Those of parameters and of the variables of functions. */
  readonly locals: ReadonlySet<string>;
}

/**
 * Collects every name that a program's own files declare, or give to something of another file, and every name that some
 * packages declare. What is called by another name is a third party's, and need not be looked up.
 */
export function indexNames(compiler: typeof ts, files: ProjectFiles, packages: readonly string[]): DeclaredNames {
  const members = new Set<string>();
  const locals = new Set<string>();
  const indexed = files
    .all()
    .filter(isIndexed)
    .map(sourceFile => indexDeclarations(compiler, sourceFile));
  const callable = new Set(indexed.flatMap(({ types }) => [...types.callable]));
  const uncallable = new Set(indexed.flatMap(({ types }) => [...types.uncallable]));
  for (const declared of indexed) {
    for (const name of declared.members) members.add(name);
    for (const name of declared.locals) locals.add(name);
    for (const { member, type } of declared.typed) if (!uncallable.has(type) || callable.has(type)) members.add(member);
  }
  return { members, locals };

  function isIndexed(sourceFile: ts.SourceFile): boolean {
    const owner = packageOfFile(sourceFile.fileName);
    return !files.isOfLanguage(sourceFile) && (owner === undefined || packages.includes(owner));
  }
}
