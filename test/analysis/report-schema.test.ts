import Ajv from 'ajv';
import { createRequire } from 'node:module';
import type { InferOutput } from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import type { Report } from '../../src/analysis/report/report.js';
import type { reportSchema } from '../../src/analysis/report/report-schema.js';
import { createReport, everyOutcome } from '../support/create-report.js';
import { modes, runMode } from '../support/run-modes.js';

const ajv = new Ajv.Ajv({ allErrors: true });
// By the name that other packages know it by.
const validate = ajv.compile(createRequire(import.meta.url)('eslint-plugin-persistence/report.schema.json') as object); // JSON has no type at run time
const report = createReport('write', { 'a.ts': everyOutcome }, [
  { path: 'b.ts', cause: 'unreadable', reason: 'the file is not UTF-8' },
]);

test.each(modes)('the published schema holds for a %s', async mode => {
  const { report: real } = await runMode(mode);
  expect(real.summary.findings).toBe(7);
  expect(validate(real), ajv.errorsText(validate.errors)).toBe(true);
});

test('it holds for every outcome there is', () => {
  expect(validate(report), ajv.errorsText(validate.errors)).toBe(true);
});

test.each<readonly [string, (copy: Changeable) => void]>([
  [
    'another schema version',
    copy => {
      copy['schemaVersion'] = 1;
    },
  ],
  [
    'an unknown key',
    copy => {
      copy['extra'] = true;
    },
  ],
  [
    'a missing key',
    copy => {
      delete copy['root'];
    },
  ],
  [
    'an unknown mode',
    copy => {
      copy['mode'] = 'look';
    },
  ],
  [
    'an unknown outcome',
    copy => {
      findingOf(copy)['outcome'] = 'mended';
    },
  ],
  [
    'an unknown cause',
    copy => {
      (copy['skipped'] as Changeable[])[0] = { path: 'b.ts', cause: 'lost', reason: '' };
    },
  ],
  [
    'an unknown kind',
    copy => {
      findingOf(copy)['kind'] = 'lost';
    },
  ],
  [
    'a line 0',
    copy => {
      findingOf(copy)['line'] = 0;
    },
  ],
  [
    'a finding without edits',
    copy => {
      delete findingOf(copy)['edits'];
    },
  ],
  [
    'a count of something else',
    copy => {
      (copy['summary'] as Changeable)['lost'] = 1;
    },
  ],
])('it does not hold for %s', (_, change) => {
  const copy = structuredClone(report) as object as Changeable; // about to be something else
  change(copy);
  expect(validate(copy)).toBe(false);
});

test('the schema and the type say the same', () => {
  expectTypeOf<InferOutput<typeof reportSchema>>().toExtend<Report>();
  expectTypeOf<Report>().toExtend<InferOutput<typeof reportSchema>>();
});

type Changeable = Record<string, unknown>;

function findingOf(copy: Changeable): Changeable {
  const [file] = copy['files'] as readonly { readonly findings: readonly Changeable[] }[]; // the report above has one
  const [finding] = file?.findings ?? [];
  if (!finding) throw new Error('The report has a finding.');
  return finding;
}
