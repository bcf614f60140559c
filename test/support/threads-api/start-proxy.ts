import { EventEmitter, once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { patience } from '../patience.js';

/** A proxy between the service and its database, which makes writes slow and can refuse them. */
export interface RunningProxy {
  readonly endpoint: string;
  /** Makes the next write that arrives be refused, as a full partition would. */
  readonly failNextWrite: () => void;
  /** How many writes to a container have been answered, refused ones included. */
  readonly writes: (container: string) => number;
  /** Resolves as soon as `count` writes to a container have been answered. */
  readonly untilWrites: (container: string, count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ProxyOptions {
  /** The database to pass requests on to. */
  readonly target: string;
  /** How long a write is held back, in milliseconds. */
  readonly writeDelay: number;
}

/** Starts a proxy on a free loopback port. Only writes of items are held back: reads and the set-up pass at once. */
export async function startProxy({ target, writeDelay }: ProxyOptions): Promise<RunningProxy> {
  let failNext = false;
  const answered = new Map<string, number>();
  const answers = new EventEmitter();
  const writes = (container: string) => answered.get(container) ?? 0;

  async function answerWrite(container: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = failNext;
    failNext = false;
    await sleep(writeDelay);
    await (refused ? refuse(incoming, response) : forward(target, incoming, response));
    answered.set(container, writes(container) + 1);
    answers.emit('write');
  }

  async function untilWrites(container: string, count: number): Promise<void> {
    const signal = AbortSignal.timeout(patience);
    while (writes(container) < count) await once(answers, 'write', { signal });
  }

  const server = createServer((incoming, response) => {
    const container = findWrittenContainer(incoming);
    const done = container ? answerWrite(container, incoming, response) : forward(target, incoming, response);
    done.catch(() => response.destroy()); // either side is gone
  });
  const endpoint = await listen(server);

  return {
    endpoint,
    failNextWrite: () => {
      failNext = true;
    },
    writes,
    untilWrites,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.');
  return `http://127.0.0.1:${address.port}`;
}

/**
 * Names the container that a request writes an item to; undefined for every other request.
 * Creations and queries are both a `POST` to a container's documents: a header tells them apart.
 */
function findWrittenContainer({ method, url = '', headers }: IncomingMessage): string | undefined {
  const isQuery =
    String(headers['x-ms-documentdb-isquery']).toLowerCase() === 'true' ||
    headers['content-type'] === 'application/query+json';
  return method === 'GET' || isQuery ? undefined : /\/colls\/([^/]+)\/docs(?:\/|$)/.exec(url)?.[1];
}

async function forward(target: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '/', headers } = incoming;
  const outgoing = request(new URL(target).origin + url, { method, headers });
  const [[answer]] = (await Promise.all([once(outgoing, 'response'), pipeline(incoming, outgoing)])) as [
    [IncomingMessage],
    unknown,
  ];
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}

/** A refusal that no client repeats: the database answers it when a logical partition is full. */
async function refuse(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  incoming.resume();
  response.writeHead(403, { 'content-type': 'application/json', 'x-ms-substatus': '1014' });
  const body = JSON.stringify({ code: 'Forbidden', message: 'The partition has reached its maximum size of 20 GB.' });
  await new Promise<void>(done => response.end(body, done));
}
