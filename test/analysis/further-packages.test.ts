import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import { checksOfPreset } from '../../src/analysis/configuration/checks.js';
import { parseSettings } from '../../src/analysis/configuration/settings.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { classicTypeFacts } from '../../src/type-facts/classic-type-facts.js';
import { createProject } from '../support/create-project.js';

const library = `
  export interface Query<T> {
    where(condition: string): this;
    then<R>(onDone: (rows: T[]) => R, onFailed?: (reason: unknown) => R): Promise<R>;
    execute(): Promise<T[]>;
  }
  export interface Upload extends Promise<string> {
    resume(): this;
  }
  export interface Client {
    select(table: string): Query<string>;
    insert(table: string, row: object): Query<void>;
    upload(text: string): Upload;
    close(): Promise<void>;
  }
`;

const code = `
  import type { Client, Query } from 'acme';
  declare const acme: Client;
  export async function lost(): Promise<void> {
    acme.insert('t', {});                      // write, lazy
    acme.select('t').where('a');               // read, lazy
    acme.select('t').execute();                // unknown, eager
    acme.upload('text');                       // unknown, eager
    acme.close();                              // unknown, eager
    const query = acme.select('t');
    query.where('a');                          // read, lazy
  }
  export async function extended(isNew: boolean, other: Query<string>): Promise<unknown> {
    const query = acme.select('t');
    query.where('a');
    if (isNew) query.where('b').where('c');
    other.where('a');
    return await query;
  }
`;

test('queries of a package that the settings name are lazy, and extended like those of a known library', () => {
  const folder = createProject({ 'a.ts': code, 'node_modules/acme/index.d.ts': library });
  const path = resolve(folder, 'a.ts');
  const program = ts.createProgram([path], { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] });
  const sourceFile = program.getSourceFile(path);
  const parsed = parseSettings({ packages: ['acme'] });
  if (!sourceFile || !parsed.ok) throw new Error('the project or its settings are wrong');
  const { findings } = analyseFile({ sourceFile, syntax: ts, facts: classicTypeFacts(ts, program), catalogue, settings: parsed.settings, checks: checksOfPreset('recommended') });
  const lost = code.split('\n').flatMap((line, index) => {
    const [, what] = line.split(/ {2,}\/\/ /);
    return what === undefined ? [] : [`${index + 1} ${what}`];
  });
  expect(findings.map(({ origin, range }) => `${sourceFile.getLineAndCharacterOfPosition(range.start).line + 1} ${origin.operation}, ${origin.execution}`)).toEqual(lost);
});
