import Database from 'libsql';

/** Stands for the function of a project that opens its database, so that the module and its worker can be checked and run here. */
export function openDatabase(): Database.Database {
  const database = new Database(process.env['DATABASE_FILE'] ?? 'database.db', { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  return database;
}
