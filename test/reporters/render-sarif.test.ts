import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { createRequire } from 'node:module';
import type { Invocation, Log, Result, Run } from 'sarif';
import { expect, test } from 'vitest';
import { kinds } from '../../src/analysis/kinds/kinds.js';
import type { Report, SkipCause } from '../../src/analysis/report/report.js';
import { renderSarif } from '../../src/reporters/render-sarif.js';
import { createReport, everyOutcome, nasty } from '../support/create-report.js';
import { modes, projectFiles, runMode } from '../support/run-modes.js';

// The package knows Jest only, but it ships the schema as it was published.
const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object; // JSON has no type at run time
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

test.each(modes)('a log of %s is valid, and nothing in it is what GitHub rejects', async mode => {
  const { report } = await runMode(mode);
  expect(report.summary.findings).toBe(7);
  expectAccepted(report);
});

test.each(nasty)('a log stays valid with %j in every text and path', text => {
  const part = { call: text, function: text, message: text || 'x', reason: text, before: text, after: text };
  expectAccepted(
    createReport('scan', { [`src/${text || 'x'}.ts`]: [part] }, [
      { path: text || 'x', cause: 'leftOut', reason: text || 'x' },
    ]),
  );
});

test('the schema notices what GitHub rejects', () => {
  const run = toRun(createReport('scan', { 'a.ts': [{}] }));
  const [result] = run.results ?? [];
  for (const broken of [
    { fixes: [{ artifactChanges: [] }] },
    { message: {} },
    { locations: [{ physicalLocation: { artifactLocation: { uri: 'a b.ts' } } }] },
  ]) {
    expect(validate({ version: '2.1.0', runs: [{ ...run, results: [{ ...result, ...broken }] }] })).toBe(false);
  }
});

test('a region holds the call, and a fix makes the text that the codemod makes', async () => {
  const { changes, report } = await runMode('dryRun');
  const run = toRun(report);
  const fixable = resultsOf(run).filter(
    result => result.fixes !== undefined && result.properties?.['outcome'] === 'fixable',
  );
  expect(fixable).toHaveLength(2);
  for (const result of fixable) {
    const path = pathOf(result);
    const text = projectFiles[path as 'src/crlf.ts'].replace(/^\uFEFF/, '');
    expect(regionOf(result, text)).toMatch(/^posts\.items\.create\(\{.*\}\)$/s);
    expect(applyFix(result, text)).toBe(changes.find(change => change.path === path)?.after.replace(/^\uFEFF/, ''));
  }
});

test('every kind is a rule, with its page', () => {
  const { rules = [] } = toRun(createReport('scan', {})).tool.driver;
  expect(rules.map(rule => rule.id)).toEqual(
    Object.entries(kinds).map(([kind, { rule }]) => `persistence/${rule}/${kind}`),
  );
  expect(rules[0]).toMatchObject({
    shortDescription: { text: kinds.floating.title },
    helpUri: expect.stringMatching(/\/docs\/rules\/no-unawaited-calls\.md#floating$/) as string,
  });
});

test('a finding is of its rule, has its severity and its id', () => {
  const run = toRun(
    createReport('scan', {
      'a.ts': [{ kind: 'mapped', severity: 'warning', id: '1f', via: ['PostService.create', 'save'] }],
    }),
  );
  const [result] = resultsOf(run);
  expect(result).toMatchObject({
    ruleId: 'persistence/no-unawaited-calls/mapped',
    level: 'warning',
    partialFingerprints: { 'persistenceFinding/v1': '1f' },
  });
  expect(result?.properties).toMatchObject({ via: ['PostService.create', 'save'] });
  expect(run.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId);
});

test('the way to the call is a flow, and its places are related', () => {
  const steps = [
    { name: 'PostService.create', path: 'b c.ts', line: 3, column: 5 },
    { name: 'repo.save()', path: 'b c.ts', line: 4, column: 12 },
  ];
  const report = createReport('scan', {
    'a.ts': [{ call: 'service.create()', via: ['PostService.create'], steps }, {}],
  });
  expectAccepted(report);
  const [result, direct] = resultsOf(toRun(report));
  const related = steps.map(({ column, line, name }) => ({
    physicalLocation: { artifactLocation: { uri: 'b%20c.ts' }, region: { startLine: line, startColumn: column } },
    message: { text: name },
  }));
  expect(result?.relatedLocations).toMatchObject(related);
  expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location)).toMatchObject([
    { ...result?.locations?.[0], message: { text: 'service.create()' } },
    ...related,
  ]);
  expect(direct).not.toHaveProperty('relatedLocations');
  expect(direct).not.toHaveProperty('codeFlows');
});

test('what somebody opted out of is suppressed, in the source or outside of it, and the others say that they are not', () => {
  const listed = { outcome: 'optedOut', optOut: 'list', reason: 'it is known' } as const;
  const results = resultsOf(toRun(createReport('scan', { 'a.ts': [...everyOutcome, listed] })));
  expect(results.map(result => result.suppressions)).toEqual([
    [],
    [],
    [],
    [],
    [{ kind: 'inSource', status: 'accepted', justification: 'a comment disables the rule here' }],
    [{ kind: 'external', status: 'accepted', justification: 'it is known' }],
  ]);
});

test('only edits that are neither written nor taken back are fixes', () => {
  const fixedBy = (mode: Report['mode']): readonly boolean[] =>
    resultsOf(toRun(createReport(mode, { 'a.ts': everyOutcome }))).map(({ fixes }) => fixes !== undefined);
  expect(fixedBy('dryRun')).toEqual([true, true, false, false, true]);
  expect(fixedBy('write')).toEqual([false, true, false, false, true]);
});

test('what was repaired on disk is absent now, and nothing is said of it before', () => {
  const states = (mode: Report['mode']): readonly unknown[] =>
    resultsOf(toRun(createReport(mode, { 'a.ts': everyOutcome }))).map(result => result.baselineState);
  expect(states('write')).toEqual(['absent', 'unchanged', 'unchanged', 'unchanged', 'unchanged']);
  expect(new Set(states('dryRun'))).toEqual(new Set([undefined]));
});

test('paths are relative to a folder that is not named, and percent-encoded', () => {
  const report = createReport('scan', { 'src/a b/100%, ü#1?.ts': [{}] });
  expect(renderSarif(report)).not.toContain(report.root);
  expect(resultsOf(toRun(report))[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
    uri: 'src/a%20b/100%25%2C%20%C3%BC%231%3F.ts',
    uriBaseId: 'SRCROOT',
    index: 0,
  });
});

test('a skipped file is a notification', () => {
  const { invocations } = toRun(
    createReport('scan', {}, [{ path: 'src/latin.ts', cause: 'unreadable', reason: 'the file is not UTF-8' }]),
  );
  expect(invocations?.[0]?.toolExecutionNotifications).toMatchObject([
    { level: 'warning', message: { text: 'the file is not UTF-8' } },
  ]);
});

test('a file that the analysis failed on is an error of the run, and any other is none', () => {
  const invocationFor = (cause: SkipCause): Invocation | undefined =>
    toRun(createReport('scan', {}, [{ path: 'a.ts', cause, reason: 'it is so' }])).invocations?.[0];
  expect(invocationFor('crashed')).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: 'it is so' } }],
  });
  for (const cause of ['leftOut', 'unreadable', 'notWritten'] as const) {
    expect(invocationFor(cause)).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{ level: 'warning' }],
    });
  }
});

/** Holds a log against the published schema, and against what GitHub's documentation asks for beyond it. */
function expectAccepted(report: Report): void {
  const log = JSON.parse(renderSarif(report)) as Log; // what the schema is asked about next
  expect(validate(log), ajv.errorsText(validate.errors)).toBe(true);
  expect(log.runs).toHaveLength(1);
  const run = toRun(report);
  const rules = run.tool.driver.rules ?? [];
  expect(new Set(rules.map(rule => rule.id)).size).toBe(rules.length);
  for (const rule of rules) expect(rule.properties?.tags?.length).toBeLessThanOrEqual(10);
  for (const result of resultsOf(run)) {
    const { message, partialFingerprints, ruleId } = result;
    const { startColumn, startLine } = result.locations?.[0]?.physicalLocation?.region ?? {};
    expect(message.text).not.toBe('');
    expect(rules.map(rule => rule.id)).toContain(ruleId);
    expect(Object.keys(partialFingerprints ?? {})).toHaveLength(1);
    expect(Math.min(startLine ?? 0, startColumn ?? 0)).toBeGreaterThanOrEqual(1);
    expect(report.files.map(file => file.path)).toContain(pathOf(result));
    for (const { artifactChanges } of result.fixes ?? [])
      expect(artifactChanges.flatMap(change => change.replacements)).not.toEqual([]);
  }
}

function toRun(report: Report): Run {
  const { runs } = JSON.parse(renderSarif(report)) as Log; // a test of its own holds it against the schema
  const [run] = runs;
  if (!run) throw new Error('The log has no run.');
  return run;
}

function resultsOf(run: Run): readonly Result[] {
  return run.results ?? [];
}

/** Where a result stands: relative, so that it is found from wherever the repository was checked out. */
function pathOf({ locations }: Result): string {
  const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
  expect(uri).toMatch(/^[^/:?#]+(\/[^/:?#]+)*$/);
  return decodeURIComponent(uri);
}

function regionOf({ locations }: Result, text: string): string {
  const { endColumn = 0, endLine = 0, startColumn = 0, startLine = 0 } = locations?.[0]?.physicalLocation?.region ?? {};
  const lines = text.split(/(?<=\n)/);
  const offsetOf = (line: number, column: number): number => lines.slice(0, line - 1).join('').length + column - 1;
  return text.slice(offsetOf(startLine, startColumn), offsetOf(endLine, endColumn));
}

function applyFix({ fixes }: Result, text: string): string {
  const replacements = fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
  return replacements
    .toReversed()
    .reduce((result, { deletedRegion: { charLength = 0, charOffset = 0 }, insertedContent }) => {
      return result.slice(0, charOffset) + (insertedContent?.text ?? '') + result.slice(charOffset + charLength);
    }, text);
}
