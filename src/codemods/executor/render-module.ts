import { readFileSync } from 'node:fs';
import type { DriverName } from './drivers.js';

/** The inputs for the texts of the module and its worker. */
export interface ModuleShape {
  readonly driver: DriverName;
  /** How the worker imports what opens the database: `./open-database.js`. */
  readonly databasePath: string;
  /** The name of what opens the database, and whether it is a function or the database itself. */
  readonly name: string;
  readonly kind: 'function' | 'value';
  /** How the project ends the paths of its imports. */
  readonly importEnding: string;
  readonly isCommonJs: boolean;
  /** Whether the driver, a CommonJS module, can be imported as a default. */
  readonly hasDefaultImports: boolean;
  /** How many threads there are where nothing else is said. */
  readonly threads: number;
}

/** The texts of the two files. */
export interface RenderedModule {
  readonly executor: string;
  readonly worker: string;
}

/** Makes the module and its worker out of the templates, which are working code for libsql in an ECMAScript module. */
export function renderModule(shape: ModuleShape): RenderedModule {
  return { executor: renderExecutor(shape), worker: renderWorker(shape) };
}

function renderExecutor({ driver, hasDefaultImports, importEnding, isCommonJs, threads }: ModuleShape): string {
  return replaceAll(selectParts(readTemplate('database-executor.ts'), driver), [
    ["'./database-worker.js'", `'./database-worker${importEnding}'`],
    ['(isInTestRunner ? 0 : 5)', `(isInTestRunner ? 0 : ${threads})`],
    ...(isCommonJs ? [['import.meta.url', '__filename'] as const] : []),
    ...(driver === 'node:sqlite'
      ? nodeSqlite
      : [["import Database from 'libsql';", renderDriverImport(driver, hasDefaultImports)] as const]),
  ]);
}

/** Leaves out the parts of a template that do not concern a driver, and the marks of those that do. */
function selectParts(template: string, driver: DriverName): string {
  return template.replace(/^ *\/\/ not (\S+)\n([^]*?)^ *\/\/ end\n/gm, (_, left: string, part: string) =>
    left === driver ? '' : part,
  );
}

function renderWorker({ databasePath, kind, name }: ModuleShape): string {
  const local = name === 'default' ? 'openDatabase' : name;
  const imported = name === 'default' ? local : `{ ${local} }`;
  return replaceAll(readTemplate('database-worker.ts'), [
    ["import { openDatabase } from './open-database.js';", `import ${imported} from '${databasePath}';`],
    [
      'Promise.resolve(undefined).then(openDatabase)',
      kind === 'function' ? `Promise.resolve(undefined).then(${local})` : `Promise.resolve(${local})`,
    ],
  ]);
}

function renderDriverImport(driver: DriverName, hasDefaultImports: boolean): string {
  return hasDefaultImports ? `import Database from '${driver}';` : `import Database = require('${driver}');`;
}

/** Names that differ in Node's own SQLite. */
const nodeSqlite: readonly Replacement[] = [
  [
    "import Database from 'libsql';",
    "import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementResultingChanges } from 'node:sqlite';",
  ],
  ['Database.Database', 'DatabaseSync'],
  ['Database.RunResult', 'StatementResultingChanges'],
  ['!connection.open ', '!connection.isOpen '],
  ['connection.inTransaction', 'connection.isTransaction'],
  ['withBuffers(answer.result)', 'answer.result'],
  ['type Method, type Mode, ', 'type Method, '],
  ['  private readonly modes: [Mode, boolean][] = [];\n', ''],
  ['modes: this.modes', 'modes: []'],
  [
    `  prepare<BindParameters extends unknown[] | object = unknown[], Row = unknown>(
    sql: string,
  ): OffloadedStatement<BindParameters extends unknown[] ? BindParameters : [BindParameters], Row> {`,
    '  prepare(sql: string): OffloadedStatement<SQLInputValue[] | [Record<string, SQLInputValue>, ...SQLInputValue[]], Record<string, SQLOutputValue>> {',
  ],
];

type Replacement = readonly [from: string, to: string];

/** Replaces texts of a template, all of which have to be there. */
function replaceAll(template: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The template has no ${from}`);
    return text.replaceAll(from, () => to);
  }, template);
}

function readTemplate(name: string): string {
  return readFileSync(new URL(`./template/${name}`, import.meta.url), 'utf8');
}
