import type * as v from 'valibot';

/** Says in one sentence what is wrong with a value that somebody wrote, by the name of its key; `start` is where the keys begin. */
export function describeIssue(
  issue: v.BaseIssue<unknown>,
  start: string,
  { entries }: { readonly entries: object },
): string {
  const path = [start, ...(issue.path ?? []).map(item => String(item.key))].join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const isTop = issue.path?.length === 1;
    return `${path} is unknown.${isTop ? ` The keys are ${Object.keys(entries).join(', ')}.` : ''}`;
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `${path} is missing.`;
  return issue.type === 'check'
    ? `${path} ${issue.message}.`
    : `${path} must be ${issue.expected ?? 'something else'}, but is ${issue.received}.`;
}
