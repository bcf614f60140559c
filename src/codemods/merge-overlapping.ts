/** Merges the groups that have a member in common, so that no two are left that have. */
export function mergeOverlapping<Member>(groups: Iterable<readonly Member[]>): readonly (readonly Member[])[] {
  const groupOf = new Map<Member, Set<Member>>();
  for (const group of groups) {
    const merged = new Set<Member>(group);
    for (const member of group) for (const other of groupOf.get(member) ?? []) merged.add(other);
    for (const member of merged) groupOf.set(member, merged);
  }
  return [...new Set(groupOf.values())].map(group => [...group]);
}
