import type ts from 'typescript';
import { indexDeclarations, type Implementer } from './index-declarations.js';
import type { ProjectFiles } from './project-files.js';

/** The implementers of a program, by the last word of the type they name. */
export type ImplementerIndex = ReadonlyMap<string, readonly Implementer[]>;

/**
 * Finds, by name alone, which classes of a program extend or implement a type, and which objects are declared to be of one:
 * `const store: Store = { … }`, `return { … }` in a function that returns `Store`, `{ … } satisfies Store`.
 */
export function indexImplementers(compiler: typeof ts, files: ProjectFiles): ImplementerIndex {
  const index = new Map<string, Implementer[]>();
  for (const sourceFile of files.own()) {
    for (const [name, implementers] of indexDeclarations(compiler, sourceFile).implementers) {
      const known = index.get(name);
      if (known) known.push(...implementers);
      else index.set(name, [...implementers]);
    }
  }
  return index;
}
