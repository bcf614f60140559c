import * as v from 'valibot';
import { kindNames } from '../kinds/kinds.js';
import { outcomes, skipCauses } from './report.js';

const text = v.string();
const named = v.pipe(v.string(), v.nonEmpty());
const path = v.pipe(named, v.description('Relative to the root, with forward slashes.'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.pipe(v.number(), v.integer(), v.minValue(1));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const edit = v.pipe(
  v.strictObject({ start: count, end: count, text }),
  v.description('Replaces a half-open range of UTF-16 offsets into the original file, without its byte order mark.'),
);

const finding = v.strictObject({
  id: v.pipe(named, v.description('Stays the same when lines move.')),
  rule: v.pipe(named, v.description('The rule as ESLint shows it, such as `persistence/no-unawaited-calls`.')),
  kind: v.picklist(kindNames),
  severity: v.picklist(['error', 'warning']),
  title: v.pipe(named, v.description('The title of the kind.')),
  line: v.pipe(
    position,
    v.description('Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.'),
  ),
  column: position,
  endLine: position,
  endColumn: position,
  message: named,
  call: v.pipe(text, v.description('The call without its arguments.')),
  operation: v.picklist(['write', 'read', 'transaction', 'connection', 'unknown']),
  library: v.pipe(
    named,
    v.description("The library that declares the call; `project` for the project's own repository types."),
  ),
  execution: v.picklist(['eager', 'lazy', 'sync']),
  function: v.pipe(named, v.description('The function around the call: `Class.method`, a name, or `<anonymous>`.')),
  via: v.pipe(
    v.array(text),
    v.readonly(),
    v.description('The project functions that the call goes through, outermost first.'),
  ),
  steps: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ name: text, path, line: position, column: position })),
      v.readonly(),
      v.description(
        'The locations of these functions, followed by the call that they lead to; missing for a direct call.',
      ),
    ),
  ),
  remedy: v.picklist(['fix', 'suggestion', 'manual']),
  reason: v.pipe(v.exactOptional(text), v.description('Why the remedy is not a fix, or why the edit was rolled back.')),
  outcome: v.pipe(
    v.picklist(outcomes),
    v.description(
      'The outcome of the finding: `fixed` once its edits are written, `fixable` until then, as in a scan or a dry run.',
    ),
  ),
  optOut: v.exactOptional(
    v.pipe(
      v.picklist(['comment', 'list']),
      v.description(
        'What suppresses an opted-out finding: a comment in the file, or a list of known findings (`eslint-suppressions.json` or a baseline).',
      ),
    ),
  ),
  edits: v.pipe(v.array(edit), v.readonly()),
  before: v.pipe(text, v.description('The original lines that the finding and its edits touch, except imports.')),
  after: v.pipe(text, v.description('The same lines after the edits.')),
  beforeLine: v.exactOptional(
    v.pipe(position, v.description('The number of the first of these lines; missing in reports of earlier versions.')),
  ),
});

const file = v.strictObject({
  path,
  hash: v.pipe(sha256, v.description("SHA-256 of the file's bytes before anything was changed.")),
  findings: v.pipe(v.array(finding), v.readonly()),
});

const skippedFile = v.strictObject({
  path,
  cause: v.pipe(
    v.picklist(skipCauses),
    v.description(
      '`leftOut`: it is not selected, or its file type is not supported. `unreadable`: it cannot be opened or parsed completely. `crashed`: the analysis failed on it. `notWritten`: its edits are rolled back.',
    ),
  ),
  reason: text,
});

/** The form of a report, which the published JSON schema is made of. What it takes is a `Report`, to the letter. */
export const reportSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(2),
    tool: v.strictObject({ name: named, version: named }),
    mode: v.pipe(
      v.picklist(['scan', 'dryRun', 'write']),
      v.description('What ran: `scan`, `fix` without writing, or `fix --write`.'),
    ),
    root: v.pipe(named, v.description('Absolute, with forward slashes.')),
    files: v.pipe(v.array(file), v.readonly(), v.description('Ordered by path; files without findings are omitted.')),
    skipped: v.pipe(
      v.array(skippedFile),
      v.readonly(),
      v.description('Files that were not judged, were judged only in part, or were not written.'),
    ),
    summary: v.strictObject({
      files: v.pipe(count, v.description('How many files were judged.')),
      findings: count,
      fixed: count,
      fixable: count,
      suggested: count,
      manual: count,
      rolledBack: count,
      optedOut: count,
      judged: v.pipe(
        count,
        v.description('How many candidate calls, by use and name, the type checker could resolve.'),
      ),
      unknown: v.pipe(
        v.strictObject({ any: count, unresolvedImport: count, implementation: count }),
        v.description(
          'How many candidates could not be resolved, because a type is `any`, an import was not found, or the project has no implementation or more than 50. Includes calls named like a blocking function.',
        ),
      ),
    }),
  }),
  v.title('Report of eslint-plugin-persistence'),
  v.description('The output of `scan` and `fix` with `--reporter json`.'),
);
