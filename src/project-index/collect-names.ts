import type { NamesOfFile } from './visit-names.js';

/** Names under which something is declared that may give a promise. */
export interface DeclaredNames {
  /** Those that can stand behind a dot, and may be exported. */
  readonly members: ReadonlySet<string>;
  /** Those of parameters and of the variables of functions. */
  readonly locals: ReadonlySet<string>;
}

/** Collects every name that some files declare, now that all types are known that a member may be as good as. */
export function collectNames(files: readonly NamesOfFile[]): DeclaredNames {
  const members = new Set<string>();
  const locals = new Set<string>();
  const callable = new Set(files.flatMap(({ types }) => [...types.callable]));
  const uncallable = new Set(files.flatMap(({ types }) => [...types.uncallable]));
  for (const file of files) {
    for (const name of file.members) members.add(name);
    for (const name of file.locals) locals.add(name);
    for (const { member, type } of file.typed) if (!uncallable.has(type) || callable.has(type)) members.add(member);
  }
  return { members, locals };
}
