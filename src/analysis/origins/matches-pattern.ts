import type { NamePattern } from '../../catalogue/library.js';

/** Whether a name fits one of some patterns of the catalogue. */
export function matchesPattern(name: string, patterns: readonly NamePattern[]): boolean {
  return patterns.some(({ before, behind }) =>
    behind === undefined
      ? name === before
      : name.length >= before.length + behind.length && name.startsWith(before) && name.endsWith(behind),
  );
}
