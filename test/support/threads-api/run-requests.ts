import { patience } from '../patience.js';
import type { RunningSystem } from './start-system.js';

/** A request, and what was answered. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The JSON of the answer; undefined for an empty one. */
  readonly body: unknown;
}

/** The life of one thread, run or step, as a client sees it. */
export interface Life {
  readonly create: Exchange;
  /** Asked for right after the answer to `create`. */
  readonly readCreated: Exchange;
  readonly list: Exchange;
  readonly update: Exchange;
  /** Asked for right after the answer to `update`. */
  readonly readUpdated: Exchange;
  readonly remove: Exchange;
  /** Asked for right after the answer to `remove`. */
  readonly readRemoved: Exchange;
}

/** Everything that a run of the requests was answered. */
export interface Exchanges {
  readonly threads: Life;
  readonly runs: Life;
  readonly steps: Life;
  /** The same thread, created twice under an id of the client's choice. */
  readonly duplicate: { readonly first: Exchange; readonly second: Exchange };
  /** A thread whose creation the database refuses, and a look at it when the refusal is through. */
  readonly refused: { readonly create: Exchange; readonly read: Exchange };
}

/**
 * Runs the one sequence of requests that shows what the service does with its writes.
 * Each write has reached the database before the next one to its container begins, whatever the pace of the machine.
 */
export async function runRequests({ service, proxy }: Pick<RunningSystem, 'service' | 'proxy'>): Promise<Exchanges> {
  const send = (method: string, path: string, body?: object) => exchange(service.url, method, path, body);

  /** Runs requests of which one starts a write, then waits for that write. */
  async function withWrite<Answers>(container: string, requests: () => Promise<Answers>): Promise<Answers> {
    const writes = proxy.writes(container);
    const answers = await requests();
    await proxy.untilWrites(container, writes + 1);
    return answers;
  }

  async function live(container: string, listPath: string, input: object, changes: object): Promise<Life> {
    const created = await withWrite(container, async () => {
      const create = await send('POST', listPath, input);
      const readCreated = await send('GET', `${listPath}/${idOf(create)}`);
      const list = await send('GET', `${listPath}?limit=10`);
      return { create, readCreated, list };
    });
    const path = `${listPath}/${idOf(created.create)}`;
    const updated = await withWrite(container, async () => ({
      update: await send('PATCH', path, changes),
      readUpdated: await send('GET', path),
    }));
    const removed = await withWrite(container, async () => ({
      remove: await send('DELETE', path),
      readRemoved: await send('GET', path),
    }));
    return { ...created, ...updated, ...removed };
  }

  const threadsPath = '/api/agents/agent_7/threads';
  const runsPath = `${threadsPath}/thread_1/runs`;
  const stepsPath = `${runsPath}/run_1/steps`;
  const [threads, runs, steps] = await Promise.all([
    live('threads', threadsPath, { title: 'Where is my parcel?' }, { status: 'closed' }),
    live('runs', runsPath, { instructions: 'Ask the carrier.' }, { status: 'completed' }),
    live('steps', stepsPath, { type: 'tool_call', detail: 'track 1Z999' }, { status: 'completed' }),
  ]);

  const chosen = { id: 'thread_chosen', title: 'Sent twice' };
  const first = await withWrite('threads', () => send('POST', threadsPath, chosen));
  const second = await withWrite('threads', () => send('POST', threadsPath, chosen));

  proxy.failNextWrite();
  const unlucky = { id: 'thread_unlucky', title: 'Refused' };
  const create = await withWrite('threads', () => send('POST', threadsPath, unlucky));
  const read = await send('GET', `${threadsPath}/${unlucky.id}`);

  return { threads, runs, steps, duplicate: { first, second }, refused: { create, read } };
}

async function exchange(url: string, method: string, path: string, body?: object): Promise<Exchange> {
  const response = await fetch(url + path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patience),
  });
  const text = await response.text();
  return { method, path, status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

function idOf({ body, method, path, status }: Exchange): string {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return body.id;
  throw new Error(`${method} ${path} answered ${status} without an id: ${JSON.stringify(body)}`);
}
