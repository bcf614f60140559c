import * as v from 'valibot';

/** Either what a text says, or what is wrong with it: the middle of a sentence. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: string };

/** Reads JSON of a form. `upgrade` makes it of what an earlier version wrote. */
export function parseAs<Value>(
  schema: v.GenericSchema<unknown, Value>,
  text: string,
  upgrade: (json: unknown) => unknown = json => json,
): Parsed<Value> {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return json;
  const result = v.safeParse(schema, upgrade(json.value));
  return result.success ? { ok: true, value: result.output } : { ok: false, problem: toProblem(result.issues[0]) };
}

function parseJson(text: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}

function toProblem(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'it';
  if (issue.type === 'strict_object' && issue.expected === 'never') return `\`${path}\` is unknown`;
  return issue.received === 'undefined'
    ? `\`${path}\` is missing`
    : `\`${path}\` must be ${issue.expected ?? 'something else'}, but is ${issue.received}`;
}
