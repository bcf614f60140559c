import { resolve } from 'node:path';
import type ts from 'typescript';
import { packageOfFile } from '../../package-of-file.js';
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

/** What opens a database: an export of a file. */
export interface DatabaseName {
  readonly fileName: string;
  readonly name: string;
}

/** Takes `src/open-database.ts#openDatabase` apart. Throws a {@link UsageError} where it is something else. */
export function parseDatabaseName(text: string, cwd: string): DatabaseName {
  const [path, name, ...more] = text.split('#');
  if (!path || !name || more.length > 0) {
    throw new UsageError(
      `--executor ${text}: name the file and what it exports to open the database, as in src/open-database.ts#openDatabase.`,
    );
  }
  return { fileName: resolve(cwd, path).replaceAll('\\', '/'), name };
}

/**
 * Finds what a project exports to open its database; undefined where the file is none of the program. Throws a
 * {@link UsageError} where the file exports nothing that a worker could open the database with.
 */
export function findDatabase(
  program: ts.Program,
  { fileName, name }: DatabaseName,
  compiler: typeof ts,
): DatabaseSource | undefined {
  const sourceFile = program.getSourceFile(fileName);
  if (!sourceFile) return undefined;
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(sourceFile);
  const exported = module && checker.getExportsOfModule(module).find(symbol => symbol.name === name);
  if (!exported) throw new UsageError(`${fileName}: exports no \`${name}\`.`);
  const type = checker.getTypeOfSymbolAtLocation(exported, sourceFile);
  const own = driverOfType(type);
  if (own) return { sourceFile, name, kind: 'value', driver: own };
  const signature = type.getCallSignatures().find(({ parameters }) => parameters.every(isOptional));
  const given = signature && checker.getAwaitedType(signature.getReturnType());
  const driver = given && driverOfType(given);
  if (driver) return { sourceFile, name, kind: 'function', driver };
  throw new UsageError(
    `${fileName}: a worker has to call \`${name}\` without arguments, and be given a database of better-sqlite3, libsql or node:sqlite. This gives ${describe(type, given)}.`,
  );

  function isOptional(parameter: ts.Symbol): boolean {
    const declaration = parameter.valueDeclaration;
    return declaration !== undefined && compiler.isParameter(declaration) && checker.isOptionalParameter(declaration);
  }

  function describe(type: ts.Type, given: ts.Type | undefined): string {
    if (given) return `\`${checker.typeToString(given)}\``;
    return type.getCallSignatures().length > 0
      ? 'a function that needs arguments'
      : `\`${checker.typeToString(type)}\``;
  }
}

function driverOfType(type: ts.Type): Driver | undefined {
  const symbol = type.getSymbol();
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName;
  const packageName = file === undefined ? undefined : packageOfFile(file);
  return symbol && packageName !== undefined ? driverOf(packageName, symbol.name) : undefined;
}
