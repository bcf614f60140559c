import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderDocuments } from '../scripts/render-documents.js';
import { kindNames, kinds, type Kind } from '../src/analysis/kinds/kinds.js';
import { analyseText } from './support/analyse-fixture.js';
import { createProgram } from '../src/cli/create-program.js';
import { plainDisplay } from '../src/reporters/reporter.js';
import { root } from './support/paths.js';

/** What the examples of the rule pages take for granted. */
const prelude = `
import type { Container } from '@azure/cosmos';
import type { Knex } from 'knex';
import type { Repository } from 'typeorm';
interface Thread { id: string }
interface Post { title: string }
`;

test('every generated part is up to date', () => {
  for (const { path, text } of renderDocuments()) expect(readFileSync(resolve(root, path), 'utf8'), path).toBe(text);
});

describe.each(kindNames)('the page of %s', kind => {
  const section = sectionOf(kind);

  test('has incorrect examples, each with a finding of this kind only', () => {
    const examples = examplesIn(section, 'incorrect');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const { findings } = analyseText(prelude + example, 'strict');
      expect([...new Set(findings.map(finding => finding.kind))], example).toEqual([kind]);
    }
  });

  test('has correct examples, without findings', () => {
    const examples = examplesIn(section, 'correct');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(analyseText(prelude + example, 'strict').findings, example).toEqual([]);
  });
});

test('every kind belongs to a rule with a page', () => {
  for (const { rule } of Object.values(kinds))
    expect(readFileSync(resolve(root, `docs/rules/${rule}.md`), 'utf8')).toContain(`# persistence/${rule}`);
});

test('the README shows the two commands that do everything', () => {
  const firstScreen = readFileSync(resolve(root, 'README.md'), 'utf8').split('\n').slice(0, 45).join('\n');
  expect(firstScreen).toContain('npm ci && npm run demo');
  expect(firstScreen).toContain('npm ci && npm test');
});

test('the README is short', () => {
  expect(readFileSync(resolve(root, 'README.md'), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

test('the page of the command line names every flag of every command', () => {
  const page = readFileSync(resolve(root, 'docs/command-line.md'), 'utf8');
  const flags = createProgram(
    { cwd: root, out: () => undefined, error: () => undefined, display: plainDisplay },
    () => undefined,
  )
    .commands.flatMap(({ options }) => options.map(({ long, short }) => [short, long]))
    .flat();
  expect(flags.length).toBeGreaterThan(30);
  expect(
    [...new Set(flags)].filter(flag => typeof flag === 'string' && !new RegExp(`\`${flag}[\` ]`).test(page)),
  ).toEqual([]);
});

function sectionOf(kind: Kind): string {
  const page = readFileSync(resolve(root, `docs/rules/${kinds[kind].rule}.md`), 'utf8');
  return page.split(/^### /m).find(section => section.startsWith(`\`${kind}\``)) ?? '';
}

function examplesIn(section: string, label: 'correct' | 'incorrect'): readonly string[] {
  return [...section.matchAll(new RegExp(`^\`\`\`ts ${label}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);
}
