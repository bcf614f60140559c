import { startDatabase } from './start-database.js';
import { startProxy, type RunningProxy } from './start-proxy.js';
import { startService, type RunningService } from './start-service.js';

/** The service on an empty database of its own, with the proxy between them. */
export interface RunningSystem {
  readonly service: RunningService;
  readonly proxy: RunningProxy;
  readonly stop: () => Promise<void>;
}

/** Starts the service in `directory` and all it needs; every write takes `writeDelay` milliseconds. */
export async function startSystem(directory: string, writeDelay: number): Promise<RunningSystem> {
  const running: { readonly stop: () => Promise<void> }[] = [];
  async function stop(): Promise<void> {
    for (const part of running.splice(0).reverse()) await part.stop();
  }
  function started<Part extends { readonly stop: () => Promise<void> }>(part: Part): Part {
    running.push(part);
    return part;
  }

  try {
    const database = started(await startDatabase());
    const proxy = started(await startProxy({ target: database.endpoint, writeDelay }));
    const service = started(
      await startService(directory, { entry: 'dist/server.js', env: { COSMOS_ENDPOINT: proxy.endpoint } }),
    );
    return { service, proxy, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
