import * as v from 'valibot';
import { toCurrentName } from '../analysis/configuration/current-name.js';
import type { Baseline } from './baseline.js';
import { parseAs, type Parsed } from './parse-as.js';

/** Reads what `renderBaseline` wrote. */
export function parseBaseline(text: string): Parsed<Baseline> {
  return parseAs(baselineSchema, text);
}

const named = v.pipe(v.string(), v.nonEmpty());

const known = v.strictObject({
  kind: v.pipe(
    named,
    v.transform(name => toCurrentName('kind', name)),
  ),
  function: named,
  call: v.string(),
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const baselineSchema = v.pipe(
  v.strictObject({
    version: v.literal(1),
    files: v.array(v.strictObject({ path: named, known: v.array(known) })),
  }),
  v.transform(({ files }): Baseline => new Map(files.map(file => [file.path, file.known]))),
);
