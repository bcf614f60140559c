import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { renderModule, type ModuleShape } from '../../../src/codemods/executor/render-module.js';

/** The shape of the module of a small ECMAScript project on libsql. */
export const shape: ModuleShape = {
  driver: 'libsql',
  databasePath: './open-database.js',
  name: 'openDatabase',
  kind: 'function',
  importEnding: '.js',
  isCommonJs: false,
  hasDefaultImports: true,
  threads: 5,
};

/** Opens the file that `DATABASE_FILE` names, as the module's documentation asks for. */
export const openDatabase = `import Database from 'libsql';

export function openDatabase(): Database.Database {
  const database = new Database(process.env['DATABASE_FILE'] ?? 'database.db', { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  return database;
}
`;

const strict: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  skipLibCheck: true,
};

/** A module and its worker, with the file that opens the database. */
export interface ExecutorProject {
  readonly shape?: Partial<ModuleShape>;
  readonly openDatabase?: string;
  readonly options?: ts.CompilerOptions;
  /** A file that is compiled too, and is there already. */
  readonly entry?: string;
  /** Whether scripts are written. */
  readonly emits?: boolean;
}

/** Writes the module that `shape` asks for into a folder, compiles it there, and gives the errors of the compiler. */
export function buildExecutor(folder: string, project: ExecutorProject = {}): readonly string[] {
  const { executor, worker } = renderModule({ ...shape, ...project.shape });
  const files = {
    'open-database.ts': project.openDatabase ?? openDatabase,
    'database-executor.ts': executor,
    'database-worker.ts': worker,
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(resolve(folder, name), text);
  const names = [...Object.keys(files), ...(project.entry === undefined ? [] : [project.entry])];
  const program = ts.createProgram(
    names.map(name => resolve(folder, name)),
    { ...strict, ...project.options },
  );
  if (project.emits !== false) program.emit();
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.split('/').at(-1) ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
