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
  v.description(
    'Replaces a half-open range of UTF-16 offsets into the file as it was before, without its byte order mark.',
  ),
);

const finding = v.strictObject({
  id: v.pipe(named, v.description('Stays the same when lines move.')),
  rule: v.pipe(named, v.description('The rule as ESLint shows it, such as `persistence/no-unawaited-calls`.')),
  kind: v.picklist(kindNames),
  severity: v.picklist(['error', 'warning']),
  title: v.pipe(named, v.description('What the kind is called.')),
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
    v.description('The project functions the call goes through, outermost first.'),
  ),
  steps: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ name: text, path, line: position, column: position })),
      v.readonly(),
      v.description('Where these functions stand, and at last the call that they come to; missing for a direct call.'),
    ),
  ),
  remedy: v.picklist(['fix', 'suggestion', 'manual']),
  reason: v.pipe(v.exactOptional(text), v.description('Why the remedy is no fix, or why the edit was taken back.')),
  outcome: v.pipe(
    v.picklist(outcomes),
    v.description(
      'What became of the finding: `fixed` once its edits are written, `fixable` as long as they are not, as in a scan or a dry run.',
    ),
  ),
  optOut: v.exactOptional(
    v.pipe(
      v.picklist(['comment', 'list']),
      v.description(
        'What opts out of it, where that is its outcome: a comment of the file, or a list of known findings: `eslint-suppressions.json`, or a baseline.',
      ),
    ),
  ),
  edits: v.pipe(v.array(edit), v.readonly()),
  before: v.pipe(
    text,
    v.description('The lines that the finding and its edits touch, as they were; those of imports are left out.'),
  ),
  after: v.pipe(text, v.description('The same lines as the edits leave them.')),
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
      '`leftOut`: nobody asks for it, or nothing reads its kind. `unreadable`: it cannot be opened, or not be understood to its end. `crashed`: the analysis failed on it. `notWritten`: its edits are taken back.',
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
    files: v.pipe(v.array(file), v.readonly(), v.description('Ordered by path; files without findings are left out.')),
    skipped: v.pipe(
      v.array(skippedFile),
      v.readonly(),
      v.description('Files that were not judged, or not to their end, or not written.'),
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
        v.description('How many calls that by use and name might lose a promise the type checker could answer for.'),
      ),
      unknown: v.pipe(
        v.strictObject({ any: count, unresolvedImport: count, implementation: count }),
        v.description(
          'How many nobody could answer for, because a type is `any`, an import was not found, or the project has no implementation of what is called, or more than 50; with those that go by the name of a function that blocks.',
        ),
      ),
    }),
  }),
  v.title('Report of eslint-plugin-persistence'),
  v.description('What `scan` and `fix` give with `--reporter json`.'),
);
