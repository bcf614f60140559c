import { extendConventions } from './conventions.js';
import { createCatalogue, type Catalogue } from './create-catalogue.js';
import type { LibraryEntry } from './library-entry.js';

/** What comes on top of a catalogue. */
export interface Further {
  readonly entries: readonly LibraryEntry[];
  readonly conventions?: Parameters<typeof extendConventions>[0];
}

/**
 * A catalogue with further entries and names. What one of them says of a package takes the place of all that was known of it: earlier entries
 * lose that package, and go once they have no other. Only of TypeScript's libraries and of Node, which many entries share, more is known then.
 */
export function extendCatalogue(catalogue: Catalogue, { conventions = {}, entries }: Further): Catalogue {
  return entries.length === 0 && Object.keys(conventions).length === 0
    ? catalogue
    : createCatalogue(entries.reduce(withEntry, catalogue.entries), extendConventions(conventions));
}

function withEntry(entries: readonly LibraryEntry[], further: LibraryEntry): readonly LibraryEntry[] {
  const taken = further.packages.filter(name => !shared.has(name));
  const left = entries.flatMap(entry => {
    const packages = entry.packages.filter(name => !taken.includes(name));
    if (packages.length === entry.packages.length) return [entry];
    return packages.length === 0 ? [] : [{ ...entry, packages }];
  });
  return [...left, further];
}

const shared: ReadonlySet<string> = new Set(['lib', 'node']);
