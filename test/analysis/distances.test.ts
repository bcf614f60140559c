import { expect, test } from 'vitest';
import { createRandom } from '../support/create-random.js';
import { analyseText } from '../support/analyse-fixture.js';

/** What is said of a call may not depend on how many functions lie between it and what decides. */
const random = createRandom(20);
const distances = [1, 2, 3, 4, 5, 10, 6 + random(35)];

const prelude = `
import { createServer, type Server } from 'node:http';
import type { DataSource, EntityManager, QueryRunner, Repository } from 'typeorm';
class Post { id = 0; }
declare const source: DataSource;
declare const posts: Repository<Post>;
declare const post: Post;
declare const other: Server;
`;

/** Functions of which each waits for the next one: `step1` for `step2`, and the last one does something. */
function steps(distance: number, parameters: string, given: string, last: string): string {
  return Array.from({ length: distance }, (_, index) => {
    const at = index + 1;
    const body = at === distance ? last : `await step${at + 1}(${given});`;
    return `async function step${at}(${parameters}): Promise<void> { ${body} }`;
  }).join('\n');
}

/** The remedies of what a text loses, in the order of the text, each with its reason. */
function remediesIn(text: string): readonly string[] {
  return analyseText(`${prelude}${text}`, 'strict').findings.map(({ remedy }) =>
    remedy.type === 'fix' ? 'fix' : `${remedy.type}: ${remedy.reason}`,
  );
}

const beside = 'suggestion: a connection is held while it runs, and it may wait for another connection or a lock';
const closing = 'manual: what it opens or closes waits for the code around the call, so awaiting it could hang';

test.each<[what: string, remedy: string, write: (distance: number) => string]>([
  [
    'what is held by a function that waits for it',
    beside,
    distance => `
      export async function begin() { await source.transaction(async manager => { await step1(); }); }
      ${steps(distance, '', '', 'posts.save(post);')}`,
  ],
  [
    'what is held, and handed on to it',
    'fix',
    distance => `
      export async function begin() { await source.transaction(async manager => { await step1(manager); }); }
      ${steps(distance, 'manager: EntityManager', 'manager', 'manager.save(post);')}`,
  ],
  [
    'what is held, and handed on to it by one of two ways only',
    beside,
    distance => `
      export async function begin() {
        await source.transaction(async manager => { await step1(manager); await near(manager); });
      }
      async function near(manager?: EntityManager): Promise<void> { await step1(); }
      ${steps(distance, 'manager?: EntityManager', 'manager', '(manager ?? source.manager).save(post);')}`,
  ],
  [
    'what nothing holds',
    'fix',
    distance => `
      export async function begin() { await source.transaction(async manager => { await manager.save(post); }); await step1(); }
      ${steps(distance, '', '', 'posts.save(post);')}`,
  ],
  [
    'what is held, where it goes round in a circle',
    beside,
    distance => `
      export async function begin() { await source.transaction(async manager => { await step1(1); }); }
      ${steps(distance, 'id: number', 'id', 'if (id > 0) await step1(id - 1); posts.delete(id);')}`,
  ],
  [
    'what all functions that it waits for use',
    'fix',
    distance => `
      export async function begin() { await source.transaction(async manager => { step1(manager); await manager.clear(Post); }); }
      ${steps(distance, 'manager: EntityManager', 'manager', 'await manager.save(post);')}`,
  ],
  [
    'what one of the functions that it waits for does not use',
    beside,
    distance => `
      export async function begin() { await source.transaction(async manager => { step1(manager); await manager.clear(Post); }); }
      ${steps(distance, 'manager: EntityManager', 'manager', 'await manager.save(post); await posts.save(post);')}`,
  ],
  [
    'what functions leave open',
    beside,
    distance => `
      export async function work() { const runner = await step1(); posts.save(post); await runner.commitTransaction(); }
      ${leaving(distance, 'return runner;')}`,
  ],
  [
    'what functions leave open, on it',
    'fix',
    distance => `
      export async function work() { const runner = await step1(); runner.manager.save(post); await runner.commitTransaction(); }
      ${leaving(distance, 'return runner;')}`,
  ],
  [
    'what functions leave to one that ends it',
    'fix',
    distance => `
      export async function work() { await ends(); posts.save(post); }
      async function ends(): Promise<void> { const runner = await step1(); await runner.release(); }
      ${leaving(distance, 'return runner;')}`,
  ],
  [
    'what is closed in a function that it waits for',
    closing,
    distance => `
      const server = createServer(async (_, response) => { step1(); await posts.count(); response.end(); });
      ${steps(distance, '', '', 'await new Promise(resolve => server.close(resolve)); await posts.clear();')}`,
  ],
  [
    'what is closed around a function that waits for it',
    closing,
    distance => `
      const server = createServer(async (_, response) => { await step1(); response.end(); });
      ${steps(distance, '', '', 'stop(); await posts.count();')}
      async function stop(): Promise<void> { await new Promise(resolve => server.close(resolve)); await posts.clear(); }`,
  ],
  [
    'what somebody else waits for that is closed',
    'fix',
    distance => `
      const server = createServer(async (_, response) => { step1(); await posts.count(); response.end(); });
      ${steps(distance, '', '', 'await new Promise(resolve => other.close(resolve)); await posts.clear();')}`,
  ],
])('%s is the same over any number of functions', (_, remedy, write) => {
  for (const distance of distances) expect(remediesIn(write(distance)), String(distance)).toEqual([remedy]);
});

/** Functions of which each gives what the next one opened. */
function leaving(distance: number, left: string): string {
  return Array.from({ length: distance }, (_, index) => {
    const at = index + 1;
    const runner =
      at === distance ? 'source.createQueryRunner(); await runner.startTransaction()' : `await step${at + 1}()`;
    return `async function step${at}(): Promise<QueryRunner> { const runner = ${runner}; ${left} }`;
  }).join('\n');
}

test('layers of functions that all call each other are gone through once each', () => {
  const layers = Array.from({ length: 8 }, (_, layer) =>
    Array.from({ length: 8 }, (__, at) => {
      const inner = Array.from({ length: 8 }, (___, next) => `await f${layer + 1}x${next}(manager);`);
      return `async function f${layer}x${at}(manager: EntityManager): Promise<void> { ${inner.join(' ')} }`;
    }),
  ).flat();
  const last = Array.from(
    { length: 8 },
    (_, at) =>
      `async function f8x${at}(manager: EntityManager): Promise<void> { manager.save(post); await manager.clear(Post); }`,
  );
  const begin =
    'export async function begin() { await source.transaction(async manager => { f0x0(manager); await f0x1(manager); }); }';
  expect(new Set(remediesIn([begin, ...layers, ...last].join('\n')))).toEqual(new Set(['fix']));
});

test.each([10, 59, 60, 61, 300])(
  'who runs a function is known however often others are called the same: %i times',
  count => {
    const others = Array.from({ length: count }, (_, at) => `export const other${at} = [${at}].map(load => load + 1);`);
    const text = `import { readFileSync } from 'node:fs';
    async function load() { return readFileSync('settings.json', 'utf8'); }
    export const settings = await load();
    ${others.join('\n')}`;
    expect(analyseText(text, 'strict').findings).toEqual([]);
    const serving = `${text}\nexport async function handle(): Promise<string> { return load(); }`;
    expect(analyseText(serving, 'strict').findings.map(({ kind }) => kind)).toEqual(['blockingCall']);
  },
);
