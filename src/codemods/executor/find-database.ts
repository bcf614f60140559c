import { resolve } from 'node:path';
import type ts from 'typescript';
import type { Engine } from '../../engines/engine.js';
import type { DescribedType, ExportedValue } from '../../engines/export-facts.js';
import { UsageError } from '../usage-error.js';
import { driverOf, type Driver } from './drivers.js';

/** The function or the value of a project that gives its database. */
export interface DatabaseSource {
  readonly sourceFile: ts.SourceFile;
  /** The name that it is exported by. */
  readonly name: string;
  readonly kind: 'function' | 'value';
  readonly driver: Driver;
}

/** The export of a file that opens a database. */
export interface DatabaseName {
  readonly fileName: string;
  readonly name: string;
}

/** Takes `src/open-database.ts#openDatabase` apart. Throws a {@link UsageError} where it is something else. */
export function parseDatabaseName(text: string, cwd: string): DatabaseName {
  const [path, name, ...more] = text.split('#');
  if (!path || !name || more.length > 0) {
    throw new UsageError(
      `--executor ${text}: name the file and the export that opens the database, for example src/open-database.ts#openDatabase.`,
    );
  }
  return { fileName: resolve(cwd, path).replaceAll('\\', '/'), name };
}

/**
 * Finds what a project exports to open its database; undefined where the file is none of the project. Throws a
 * {@link UsageError} where the file exports nothing that a worker could open the database with.
 */
export function findDatabase({ exports, files }: Engine, { fileName, name }: DatabaseName): DatabaseSource | undefined {
  const sourceFile = files.named(fileName);
  if (!sourceFile) return undefined;
  const exported = exports.valueOf(name, sourceFile);
  if (!exported) throw new UsageError(`${fileName}: does not export \`${name}\`.`);
  const own = driverOfType(exported.type);
  if (own) return { sourceFile, name, kind: 'value', driver: own };
  const driver = exported.given && driverOfType(exported.given);
  if (driver) return { sourceFile, name, kind: 'function', driver };
  throw new UsageError(
    `${fileName}: \`${name}\` must take no arguments and return a database of better-sqlite3, libsql or node:sqlite. It is ${describe(exported)}.`,
  );
}

function driverOfType({ declared }: DescribedType): Driver | undefined {
  return declared?.place.from === 'package' ? driverOf(declared.place.package, declared.name) : undefined;
}

function describe({ given, isFunction, type }: ExportedValue): string {
  if (given) return `\`${given.text}\``;
  return isFunction ? 'a function that needs arguments' : `\`${type.text}\``;
}
