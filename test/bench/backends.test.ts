import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Backend, RecordedFinding } from '../../bench/backends/backend.js';
import { compareFindings } from '../../bench/backends/compare-findings.js';
import { renderBackends } from '../../bench/backends/render-backends.js';
import { isDifferent, renderComparison } from '../../bench/backends/render-comparison.js';
import { scanBackend } from '../../bench/backends/scan-backend.js';
import { createProject, faulty } from '../support/create-project.js';

const floating: RecordedFinding = {
  path: 'src/a.ts',
  line: 3,
  kind: 'floating',
  remedy: 'fix',
  message: '111111111111',
  edit: '222222222222',
};
const voided: RecordedFinding = {
  path: 'src/a.ts',
  line: 3,
  kind: 'voided',
  remedy: 'manual',
  message: '333333333333',
};
const backend: Backend = {
  name: 'threads',
  repository: 'example/threads',
  commit: '0000000',
  projects: ['tsconfig.json'],
  install: 'npm ci --ignore-scripts',
  libraries: ['typeorm'],
  extent: { files: 2, unresolved: 0 },
  findings: [floating, voided],
};

describe('compareFindings', () => {
  test('says nothing of findings that stayed, in any order', () => {
    expect(compareFindings([floating, voided], [voided, floating])).toEqual([]);
  });

  test('tells the lost from the new', () => {
    const elsewhere = { ...floating, line: 4 };
    expect(compareFindings([floating], [elsewhere])).toEqual([
      { type: 'lost', finding: floating },
      { type: 'new', finding: elsewhere },
    ]);
  });

  test('names each part that changed', () => {
    const now: RecordedFinding = { ...voided, path: floating.path };
    expect(compareFindings([floating], [now])).toMatchObject([
      { type: 'changed', parts: ['kind', 'remedy', 'message', 'edit'] },
    ]);
    expect(compareFindings([floating], [{ ...floating, remedy: 'suggestion' }])).toMatchObject([
      { type: 'changed', parts: ['remedy'] },
    ]);
  });

  test('pairs the findings of a line that have most in common', () => {
    const now = { ...voided, message: '444444444444' };
    expect(compareFindings([floating, voided], [now, floating])).toMatchObject([
      { type: 'changed', finding: voided, now, parts: ['message'] },
    ]);
    expect(compareFindings([floating, voided], [now])).toMatchObject([
      { type: 'changed', finding: voided },
      { type: 'lost', finding: floating },
    ]);
  });
});

test('the comparison lists what differs, sums it up and says where something else was read', () => {
  const found = {
    ...backend,
    extent: { files: 1, unresolved: 5 },
    findings: [{ ...floating, remedy: 'manual' as const }],
  };
  expect(renderComparison([{ recorded: backend, found }])).toBe(`threads: 1 findings, 1 lost, 0 new, 1 changed
  not as it was recorded: 2 files were read with 0 calls from imports that were not found, now 1 with 5
  changed src/a.ts:3 remedy fix -> manual
  lost src/a.ts:3 voided, manual
in all: 1 findings, 1 lost, 0 new, 1 changed`);
  expect(isDifferent({ recorded: backend, found })).toBe(true);
  expect(isDifferent({ recorded: backend, found: backend })).toBe(false);
});

test('the record has one finding a line and is read back as it was', () => {
  const text = renderBackends([backend, { ...backend, findings: [] }]);
  expect(JSON.parse(text)).toEqual([backend, { ...backend, findings: [] }]);
  expect(text.split('\n').filter(line => line.includes('"line"'))).toHaveLength(2);
});

test('the record that is kept is as the script writes it', () => {
  const text = readFileSync(join(import.meta.dirname, '../../bench/backends.json'), 'utf8');
  expect(renderBackends(JSON.parse(text) as readonly Backend[])).toBe(text); // written by the script
});

test('a scan records where and what, relative to the checkout, and none of the text', () => {
  const { extent, findings } = scanBackend(
    { ...backend, projects: ['server/tsconfig.json'] },
    createProject({ 'server/src/threads.ts': faulty, 'server/tsconfig.json': '{}', 'package.json': '{}' }),
  );
  const [finding] = findings;
  expect(extent).toEqual({ files: 1, unresolved: 0 });
  expect(findings).toEqual([
    {
      path: 'server/src/threads.ts',
      line: 5,
      kind: 'floating',
      remedy: 'fix',
      message: finding?.message,
      edit: finding?.edit,
    },
  ]);
  expect([finding?.message, finding?.edit]).toEqual([
    expect.stringMatching(/^[\da-f]{12}$/),
    expect.stringMatching(/^[\da-f]{12}$/),
  ]);
});
