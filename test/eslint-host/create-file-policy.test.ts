import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/analysis/finding.js';
import { toSchema } from '../../src/analysis/configuration/option-schema.js';
import { ruleOptions } from '../../src/analysis/configuration/rule-options.js';
import { defaultSettings } from '../../src/analysis/configuration/settings.js';
import { createFilePolicy } from '../../src/eslint-host/create-file-policy.js';
import type { RegisteredRule } from '../../src/eslint-host/find-registered-rules.js';
import { loadESLint } from '../../src/eslint-host/load-eslint.js';
import type { KnownCounts } from '../../src/eslint-host/read-known-findings.js';
import { analyseText } from '../support/analyse-fixture.js';
import { root } from '../support/paths.js';

const head = "import type { Container } from '@azure/cosmos';\ndeclare const posts: Container;\n";
const two = `${head}async function f() {\n  posts.items.create({});\n  posts.items.upsert({});\n}\n`;
const registeredRule: RegisteredRule = {
  rule: 'no-unawaited-calls',
  prefix: 'persistence',
  severity: 2,
  options: undefined,
  schema: toSchema(ruleOptions['no-unawaited-calls']),
};

describe('the list of known findings', () => {
  test('counts for all findings of the rule, or for none', () => {
    expect(kindsOf(two, { known: 2 })).toEqual(['optedOut', 'optedOut']);
    expect(kindsOf(two, { known: 1 })).toEqual(['open', 'open']);
  });

  test('is not asked again when edits leave less than it allows', () => {
    const policy = policyWith({ known: 1 });
    const before = policy.standingsOf(parse(two), findingsIn(two));
    const later = two.replace('posts.items.create', 'await posts.items.create');
    const [left] = findingsIn(later);
    expect(left && policy.standingsOf(parse(later), [left], before).of(left).kind).toBe('open');
    expect(left && policy.standingsOf(parse(later), [left]).of(left).kind).toBe('optedOut');
  });

  test('still holds for what edits bring to light', () => {
    const policy = policyWith({ known: 2 });
    const before = policy.standingsOf(parse(two), findingsIn(two));
    const later = two.replace('posts.items.create', 'posts.items.batch([]);\n  posts.items.create');
    const all = findingsIn(later);
    expect(all.map(finding => policy.standingsOf(parse(later), all, before).of(finding).kind)).toEqual([
      'optedOut',
      'optedOut',
      'optedOut',
    ]);
  });

  test('says nothing of warnings, nor of what a comment disables', () => {
    expect(kindsOf(two, { known: 2, severity: 1 })).toEqual(['open', 'open']);
    expect(kindsOf(two.replace('({});\n', '({}); // eslint-disable-line\n'), { known: 1 })).toEqual([
      'optedOut',
      'optedOut',
    ]);
  });
});

test('comments are read anew in a text that edits have moved', () => {
  const disabled = two.replace('posts.items.upsert({});', 'posts.items.upsert({}); // eslint-disable-line');
  const policy = policyWith({ known: 0 });
  const before = policy.standingsOf(parse(disabled), findingsIn(disabled));
  const later = disabled.replace(
    '  posts.items.create({});',
    '  await posts.items\n    .create({});\n  posts.items.batch([]);',
  );
  const all = findingsIn(later);
  expect(all.map(finding => policy.standingsOf(parse(later), all, before).of(finding).kind)).toEqual([
    'open',
    'optedOut',
  ]);
});

describe('comments are found where the compiler sees them', () => {
  test.each([
    [
      'JSX',
      'f.tsx',
      'const a = <div>\n  {/* eslint-disable-next-line */}\n  {void posts.items.create({})}\n</div>;',
      ['optedOut'],
    ],
    [
      'text of JSX',
      'f.tsx',
      'const a = <div>\n  // eslint-disable-next-line\n  {void posts.items.create({})}\n</div>;',
      ['open'],
    ],
    ['a regular expression', 'f.ts', 'const a = /\\/\\/ eslint-disable-line/; posts.items.create({});', ['open']],
    ['a template', 'f.ts', 'const a = `${1 /* eslint-disable-line */}`; posts.items.create({});', ['optedOut']],
    [
      'a line above decorators and documentation',
      'f.ts',
      '/** Text. */ /* eslint-disable */\nclass A { f() { posts.items.create({}); } }',
      ['optedOut'],
    ],
    [
      'carriage returns',
      'f.ts',
      '// eslint-disable-next-line\r\nposts.items.create({});\r\nposts.items.create({});',
      ['optedOut', 'open'],
    ],
    [
      'line separators',
      'f.ts',
      '// eslint-disable-next-line\u2028posts.items.create({});\u2028posts.items.create({});',
      ['optedOut', 'open'],
    ],
    ['a first line for the shell', 'f.ts', '#!/usr/bin/env eslint-disable-line\nposts.items.create({});', ['open']],
  ])('%s', (_, name, text, expected) => {
    const places = [...text.matchAll(/posts\.items\.create\(\{\}\)/g)].map(({ index }) => index);
    const findings = places.map(start => ({ kind: 'floating', range: { start, end: start + 22 } }) as Finding); // nothing else of it is read
    const standings = policyWith({ known: 0 }).standingsOf(parse(text, name), findings);
    expect(findings.map(finding => standings.of(finding).kind)).toEqual(expected);
  });
});

test('the rules that are on are those of the configuration and those that a comment turns on', () => {
  const policy = createFilePolicy({
    ...fileConfig,
    registeredRules: [registeredRule, { ...registeredRule, rule: 'no-fire-and-forget', severity: 0 }],
    known: {},
  });
  const kinds = (text: string): readonly string[] => [...policy.checksOf(parse(text)).kinds.keys()];
  expect(kinds(two)).toContain('floating');
  expect(kinds(two)).not.toContain('voided');
  expect(kinds(`/* eslint persistence/no-fire-and-forget: error */\n${two}`)).toContain('voided');
  expect(kinds(`/* eslint persistence/no-unawaited-calls: off */\n${two}`)).toContain('floating');
});

const loaded = await loadESLint(root);
if (loaded.kind !== 'loaded') throw new Error('ESLint is not installed');
const { eslint } = loaded;
const fileConfig = { eslint, syntax: ts, settings: defaultSettings, noInlineConfig: false };

function policyWith({ known, severity = 2 }: { readonly known: number; readonly severity?: 1 | 2 }) {
  const counts: KnownCounts = known > 0 ? { 'persistence/no-unawaited-calls': { count: known } } : {};
  return createFilePolicy({ ...fileConfig, registeredRules: [{ ...registeredRule, severity }], known: counts });
}

function kindsOf(text: string, setup: Parameters<typeof policyWith>[0]): readonly string[] {
  const findings = findingsIn(text);
  const standings = policyWith(setup).standingsOf(parse(text), findings);
  return findings.map(finding => standings.of(finding).kind);
}

function findingsIn(text: string): readonly Finding[] {
  return analyseText(text, 'recommended').findings;
}

function parse(text: string, name = 'f.ts'): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
}
