import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/paths.js';
import { runIn } from '../support/run-in.js';
import { copyService, type CopiedService } from '../support/threads-api/copy-service.js';
import { runRequests } from '../support/threads-api/run-requests.js';
import type { RunningService } from '../support/threads-api/start-service.js';
import { runLoad, type Load } from '../support/threads-sqlite/run-load.js';
import { sendInOrder } from '../support/threads-sqlite/send-in-order.js';
import { startSqliteService } from '../support/threads-sqlite/start-sqlite-service.js';

let copy: CopiedService;
beforeAll(async () => {
  copy = await copyService('threads-sqlite');
});
afterAll(async () => {
  await copy.remove();
});

/** What a service answered to all that the tests ask for, and what it did meanwhile. */
interface Run {
  readonly load: Load;
  readonly exchanges: unknown;
  readonly titles: readonly string[];
  readonly last: { readonly title: string; readonly status: string };
  readonly created: number;
  readonly log: string;
}

const threads = '/api/agents/agent_7/threads';
const titles = Array.from({ length: 60 }, (_, index) => `title ${index}`);

async function runService(): Promise<Run> {
  const service = await startSqliteService(copy.directory);
  try {
    const load = await runLoad(service);
    const exchanges = withoutChance(await runRequests({ service, proxy: noProxy }));
    await send(service, 'POST', threads, { id: 'thread_ordered', title: 'first' });
    const changes = titles.map(title => ({ method: 'PATCH', path: `${threads}/thread_ordered`, body: { title } }));
    const changed = (
      await Promise.all([
        sendInOrder(service.url, changes),
        send(service, 'PATCH', `${threads}/thread_ordered`, { status: 'closed' }),
      ])
    )[0];
    await Promise.all(Array.from({ length: 100 }, () => send(service, 'POST', '/api/agents/agent_8/threads', {})));
    const { total } = (await send(service, 'GET', '/api/agents/agent_8/threads')) as { total: number };
    const last = (await send(service, 'GET', `${threads}/thread_ordered`)) as Run['last'];
    return {
      load,
      exchanges,
      titles: changed.map(thread => (thread as Run['last']).title),
      last,
      created: total,
      log: service.log(),
    };
  } finally {
    await service.stop();
  }
}

/** The database is in the process: nothing stands between. */
const noProxy = {
  endpoint: '',
  failNextWrite: () => undefined,
  writes: () => 0,
  untilWrites: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

async function send({ url }: RunningService, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return await response.json();
}

/** Answers without the ids and times that differ from run to run. */
function withoutChance(exchanges: unknown): unknown {
  return JSON.parse(
    JSON.stringify(exchanges)
      .replace(/_[0-9a-f]{32}/g, '_id')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time'),
  );
}

let before: Run;
let after: Run;

describe('the service as it is', () => {
  beforeAll(async () => {
    before = await runService();
  });

  test('answers right, and keeps the order of changes to a thread', () => {
    expect(before).toMatchObject({ titles, last: { title: titles.at(-1), status: 'closed' }, created: 100 });
  });

  test('answers nobody while a statement runs', () => {
    expect(before.load.first).toBe('statement');
  });
});

describe('the repair', () => {
  test('moves every statement to a worker, and leaves nothing to report', async () => {
    const fixed = await fix();
    expect(fixed.exitCode, fixed.stderr).toBe(0);
    expect(fixed.stdout).toContain('19 fixed');
    expect(await fix()).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^No /) as string });
  });

  async function fix(): ReturnType<typeof runIn> {
    return await runIn(
      copy.directory,
      {},
      join(root, 'dist/cli/bin.js'),
      'fix',
      '--executor',
      'src/open-database.ts#openDatabase',
      '--write',
      '--allow-dirty',
      '--allow-no-vcs',
    );
  }
});

describe('the service after the repair', () => {
  beforeAll(async () => {
    after = await runService();
  });

  test('answers the same', () => {
    expect(after.exchanges).toEqual(before.exchanges);
  });

  test('answers a health check while a statement runs', () => {
    expect(after.load.first).toBe('health check');
  });

  test('loses no write, and keeps the order of changes to a thread', () => {
    expect(after).toMatchObject({ titles, last: { title: titles.at(-1), status: 'closed' }, created: 100 });
  });

  test('says nothing of an error', () => {
    expect(after.log).not.toContain('"level":50');
  });
});
