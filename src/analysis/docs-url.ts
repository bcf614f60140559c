import type { RuleName } from './kinds/kind.js';
import { kinds, type Kind } from './kinds/kinds.js';

/** A package and its version, by the names the registry knows. */
export interface PackageVersion {
  readonly name: string;
  readonly version: string;
}

/** The documentation of a rule: the page that this version of the package contains. */
export function docsUrlOf(rule: RuleName, { name, version }: PackageVersion): string {
  return `https://app.unpkg.com/${name}@${version}/files/docs/rules/${rule}.md`;
}

/** The part of that page about a kind. */
export function docsUrlOfKind(kind: Kind, version: PackageVersion): string {
  return `${docsUrlOf(kinds[kind].rule, version)}#${kind.toLowerCase()}`;
}
