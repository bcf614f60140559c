import { catalogue } from '../catalogue/catalogue.js';

/** How many modules are named at most. */
const shown = 5;

/** One sentence or two on modules that are not found, those that databases come from first; none where all are found. */
export function describeMissing(modules: readonly string[]): readonly string[] {
  if (modules.length === 0) return [];
  const ordered = modules.toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  const rest = ordered.length - shown;
  const names = `${ordered
    .slice(0, shown)
    .map(name => `\`${name}\``)
    .join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [
    `Imports not found, or without types: ${names}. Their calls cannot be judged, so install, build or generate what is missing.`,
  ];
}

/** Libraries of databases, then what the project generates for itself, then all others. */
function rankOf(module: string): number {
  if (databasePackages.some(name => module === name || module.startsWith(`${name}/`))) return 0;
  return module.startsWith('.') ? 1 : 2;
}

const databasePackages = catalogue.libraries.flatMap(({ packages }) => [...packages]);
