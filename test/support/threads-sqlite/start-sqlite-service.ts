import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startService, type RunningService } from '../threads-api/start-service.js';

/** Starts the threads service on an empty SQLite database in its own folder. */
export async function startSqliteService(directory: string): Promise<RunningService> {
  const databaseFile = join(directory, 'threads.db');
  for (const ending of ['', '-wal', '-shm']) await rm(databaseFile + ending, { force: true });
  return await startService(directory, {
    entry: 'dist/threads-sqlite/src/server.js',
    env: { DATABASE_FILE: databaseFile },
  });
}
