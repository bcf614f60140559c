import type * as v from 'valibot';

/** Says in one sentence what is wrong with a value that somebody wrote, by the name of its key; `start` is the name of the whole. */
export function describeIssue(issue: v.BaseIssue<unknown>, start: string, schema: object): string {
  const keys = (issue.path ?? []).map(item => String(item.key));
  const path = [start, ...keys].join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = keysIn(keys.slice(0, -1).reduce(memberOf, schema));
    return `${path} is unknown.${known.length > 0 ? ` The keys are ${known.join(', ')}.` : ''}`;
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `${path} is missing.`;
  return issue.type === 'check'
    ? `${path} ${issue.message}.`
    : `${path} must be ${issue.expected ?? 'something else'}, but is ${issue.received}.`;
}

/** What a schema says of a member: of a key of an object, or of an element of a list. */
function memberOf(schema: object, key: string): object {
  const whole = unwrapped(schema);
  if ('item' in whole && isObject(whole.item)) return whole.item;
  const member =
    'entries' in whole && isObject(whole.entries)
      ? Object.entries(whole.entries).find(([name]) => name === key)
      : undefined;
  return member && isObject(member[1]) ? member[1] : {};
}

function keysIn(schema: object): readonly string[] {
  const whole = unwrapped(schema);
  return 'entries' in whole && isObject(whole.entries) ? Object.keys(whole.entries) : [];
}

/** A schema without what says that it may be left out. */
function unwrapped(schema: object): object {
  return 'wrapped' in schema && isObject(schema.wrapped) ? unwrapped(schema.wrapped) : schema;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
