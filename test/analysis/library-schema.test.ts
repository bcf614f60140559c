import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import { librarySchema } from '../../src/analysis/configuration/library-schema.js';
import { defaultSettings } from '../../src/analysis/configuration/settings.js';
import type { LibraryEntry } from '../../src/catalogue/library-entry.js';
import { libraries } from '../../src/catalogue/libraries.js';
import { root } from '../support/paths.js';

const require = createRequire(import.meta.url);
const ajv = new Ajv.Ajv({ allErrors: true });
// By the names that other packages know them by.
const isLibrary = ajv.compile(require('eslint-plugin-persistence/library.schema.json') as object); // JSON has no type at run time
const isSettings = ajv.compile(require('eslint-plugin-persistence/settings.schema.json') as object);

test.each(libraries.map(entry => [entry.library, entry] as const))(
  'the entry of %s is as the schemas say',
  (_, entry) => {
    expect(v.safeParse(librarySchema, entry).issues ?? []).toEqual([]);
    expect(isLibrary(entry), ajv.errorsText(isLibrary.errors)).toBe(true);
  },
);

test('the schema says of an entry what its type says', () => {
  expectTypeOf<keyof v.InferOutput<typeof librarySchema>>().toEqualTypeOf<keyof LibraryEntry>();
});

const entry: LibraryEntry = {
  library: 'ours',
  packages: ['ours'],
  dispatch: [
    { calls: ['CommandBus.execute'], decorator: 'CommandHandler', package: '@nestjs/cqrs', method: 'execute' },
  ],
};

test('the example of the page is an entry, and the table has every key', () => {
  const page = readFileSync(resolve(root, 'docs/libraries.md'), 'utf8');
  const [, example = ''] = /```json persistence\.json\n([^]*?)```/.exec(page) ?? [];
  expect(v.safeParse(librarySchema, JSON.parse(example)).issues ?? []).toEqual([]);
  const { entries } = librarySchema;
  const [, ...rows] = page.split('| key |');
  expect(Object.keys(entries).filter(key => key !== '$schema' && !rows.join('').includes(`\`${key}\``))).toEqual([]);
});

test('a key that no entry of the catalogue has is one all the same', () => {
  expect(isLibrary(entry)).toBe(true);
  expect(v.is(librarySchema, entry)).toBe(true);
});

test.each([
  ['an unknown key', { ...entry, recievers: ['Client'] }],
  ['no packages', { library: 'ours' }],
  ['an empty list', { ...entry, sinks: [] }],
  ['another operation', { ...entry, operations: { remove: ['remove'] } }],
  ['a number for a name', { ...entry, functions: [1] }],
])('%s is refused', (_, wrong) => {
  expect(isLibrary(wrong)).toBe(false);
  expect(v.is(librarySchema, wrong)).toBe(false);
});

test('the published schema of settings takes the defaults, and each alone', () => {
  expect(isSettings(defaultSettings), ajv.errorsText(isSettings.errors)).toBe(true);
  expect(isSettings({})).toBe(true);
  for (const [key, value] of Object.entries(defaultSettings)) expect(isSettings({ [key]: value }), key).toBe(true);
  expect(isSettings({ libraries: [entry] })).toBe(true);
});

test.each([[{ repositoryName: ['Store'] }], [{ packages: 'ours' }], [{ libraries: [{ library: 'ours' }] }]])(
  'and refuses %j',
  wrong => {
    expect(isSettings(wrong)).toBe(false);
  },
);
