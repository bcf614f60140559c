import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import { checksOfPreset } from '../../src/analysis/configuration/checks.js';
import { parseSettings } from '../../src/analysis/configuration/settings.js';
import { createProject } from '../support/create-project.js';
import { createUnit } from '../support/create-unit.js';

/** A library of which the product knows nothing. */
const acme = `
  export interface Query<T> {
    where(condition: string): this;
    then<R>(onDone: (rows: T[]) => R): Promise<R>;
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

const acmeCode = `
  import type { Client, Query } from 'acme';
  declare const acme: Client;
  export async function lost(): Promise<void> {
    acme.insert('t', {});                      // write, lazy
    acme.select('t').where('a');               // read, lazy
    acme.select('t').execute();                // unknown, eager
    acme.select('t').then(() => undefined);    // read, eager
    acme.upload('text');                       // unknown, eager
    acme.close();                              // unknown, eager
    const query = acme.select('t');
    query.where('a');                          // unknown, lazy
  }
  export async function extended(isNew: boolean, other: Query<string>): Promise<unknown> {
    const query = acme.select('t');
    query.where('a');
    if (isNew) query.where('b').where('c');
    other.where('a');
    return await query;
  }
`;

/** A version of a library that the catalogue knows as one whose queries are no promises. */
const mikroOrm = `
  export declare class QueryBuilder {
    insert(data: object): this;
    where(condition: object): this;
    execute(): Promise<unknown[]>;
    then<R>(onDone: (rows: unknown[]) => R): Promise<R>;
  }
  export declare class SqlEntityManager {
    createQueryBuilder(entity: string): QueryBuilder;
    flush(): Promise<void>;
  }
`;

const mikroOrmCode = `
  import type { QueryBuilder, SqlEntityManager } from '@mikro-orm/knex';
  declare const em: SqlEntityManager;
  export async function lost(): Promise<void> {
    em.createQueryBuilder('Thread').insert({}); // write, lazy
    em.flush();                                 // write, eager
    const query = em.createQueryBuilder('Thread');
    query.execute();                            // unknown, eager
    const dropped = em.createQueryBuilder('Thread');
    dropped.insert({});                         // write, lazy
  }
  export async function extended(isNew: boolean, other: QueryBuilder): Promise<unknown> {
    const query = em.createQueryBuilder('Thread');
    query.where({});
    if (isNew) query.where({}).where({});
    other.where({});
    return await query;
  }
`;

test.each([
  ['a package that the settings name', 'acme', acme, acmeCode],
  ['a version that the catalogue does not mean', '@mikro-orm/knex', mikroOrm, mikroOrmCode],
])('queries of %s are lazy, and extended like any', (_, name, declarations, code) => {
  const folder = createProject({ 'a.ts': code, [`node_modules/${name}/index.d.ts`]: declarations });
  const path = resolve(folder, 'a.ts');
  const program = ts.createProgram([path], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const sourceFile = program.getSourceFile(path);
  const parsed = parseSettings({ packages: ['acme'] });
  if (!sourceFile || !parsed.ok) throw new Error('the project or its settings are wrong');
  expect(program.getSemanticDiagnostics(sourceFile)).toEqual([]);
  const { findings } = analyseFile(
    createUnit(program, path, { checks: checksOfPreset('recommended'), settings: parsed.settings }),
  );
  expect(
    findings.map(
      ({ origin, range }) =>
        `${sourceFile.getLineAndCharacterOfPosition(range.start).line + 1} ${origin.operation}, ${origin.execution}`,
    ),
  ).toEqual(
    code.split('\n').flatMap((line, index) => {
      const [, what] = line.split(/ +\/\/ /);
      return what === undefined ? [] : [`${index + 1} ${what}`];
    }),
  );
});
