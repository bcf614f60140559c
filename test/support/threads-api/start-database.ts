import { createRequire } from 'node:module';
import { startProcess } from './start-process.js';

/** A database that answers on a loopback port. */
export interface RunningDatabase {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Starts an empty in-memory server that speaks the protocol of Azure Cosmos DB, over plain HTTP. */
export async function startDatabase(): Promise<RunningDatabase> {
  const cli = createRequire(import.meta.url).resolve('@vercel/cosmosdb-server/lib/cli.js');
  const server = await startProcess({
    args: [cli, '--no-ssl', '--host', '127.0.0.1', '--port', '0'],
    ready: /Ready to accept HTTP connections at (127\.0\.0\.1:\d+)\n/,
  });
  return { endpoint: `http://${server.announced}`, stop: () => server.stop() };
}
