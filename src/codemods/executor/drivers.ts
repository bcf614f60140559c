/** The synchronous drivers that the executor can put into workers. */
export type DriverName = 'better-sqlite3' | 'libsql' | 'node:sqlite';

/** The properties of a driver. */
export interface Driver {
  readonly name: DriverName;
  /** The package whose files declare its types. */
  readonly package: string;
  readonly database: string;
  readonly statement: string;
  /** Whether a connection waits for a locked database without being told to. */
  readonly waits: boolean;
}

/** Every driver, by the name that findings give it. */
export const drivers: Readonly<Record<DriverName, Driver>> = {
  'better-sqlite3': {
    name: 'better-sqlite3',
    package: 'better-sqlite3',
    database: 'Database',
    statement: 'Statement',
    waits: true,
  },
  libsql: { name: 'libsql', package: 'libsql', database: 'Database', statement: 'Statement', waits: false },
  'node:sqlite': {
    name: 'node:sqlite',
    package: 'node',
    database: 'DatabaseSync',
    statement: 'StatementSync',
    waits: false,
  },
};

/** Whether a library is one of the drivers. */
export function isDriverName(library: string): library is DriverName {
  return Object.hasOwn(drivers, library);
}

/** The driver that declares a type of a package; undefined for any other type. */
export function driverOf(packageName: string, typeName: string): Driver | undefined {
  return Object.values(drivers).find(driver => driver.package === packageName && driver.database === typeName);
}
