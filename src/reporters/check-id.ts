import type { Kind } from '../analysis/kinds/kinds.js';

/** The id of a kind where a format knows one level of checks: the rule's id as ESLint shows it, and the kind. */
export function checkIdOf({ kind, rule }: { readonly kind: Kind; readonly rule: string }): string {
  return `${rule}/${kind}`;
}
