import { expect, test } from 'vitest';
import type { LibraryEntry } from '../../src/catalogue/library-entry.js';
import type { AnalysisSetup } from '../support/analyse-fixture.js';
import { analyseText } from '../support/analyse-fixture.js';

const code = `
  import { DataSource, Repository } from 'typeorm';
  import fastify from 'fastify';
  class Outbox { async add(): Promise<void> {} }
  class ThreadStore { async save(): Promise<void> {} }
  declare const outbox: Outbox;
  declare const store: ThreadStore;
  declare const source: DataSource;
  declare function detach(work: () => void): void;
  declare function audit(value: unknown): Promise<void>;
  declare const threads: Repository<object>;
  async function touch(): Promise<void> { await threads.save({}); }
  async function touchTwice(): Promise<void> { await touch(); }
  export async function work(): Promise<void> {
    outbox.add();
    store.save();
    source.destroy();
    threads.find();
    threads.save({});
    fastify().close();
    await threads.save({});
    touch();
    touchTwice();
    detach(() => { threads.remove({}); });
    await audit(threads.count());
    const counted = threads.countBy({});
    await audit(counted);
  }
`;

const direct = ['threads.find()', 'threads.remove()', 'threads.save()'];
const carried = ['touch()', 'touchTwice()'];
const always = [...direct, ...carried];

test.each<[string, AnalysisSetup, readonly string[]]>([
  ['nothing', {}, always],
  ['checkReads off', { options: { checkReads: false } }, ['threads.remove()', 'threads.save()', ...carried]],
  ['checkConnections on', { options: { checkConnections: true } }, ['source.destroy()', ...always]],
  ['an ignored kind', { options: { ignoreKinds: ['floating'] } }, ['threads.remove()']],
  ['an ignored other kind', { options: { ignoreKinds: ['neverAwaited'] } }, always],
  ['another repository name', { settings: { repositoryNames: ['Store'] } }, ['store.save()', ...always]],
  ['a repository by name', { settings: { repositories: ['Outbox'] } }, ['outbox.add()', ...always]],
  [
    'a repository by file',
    { settings: { repositories: [{ from: 'file', name: 'Outbox', path: 'in-memory.ts' }] } },
    ['outbox.add()', ...always],
  ],
  [
    'a repository of another file',
    { settings: { repositories: [{ from: 'file', name: 'Outbox', path: 'other.ts' }] } },
    always,
  ],
  [
    'a repository of a package',
    { settings: { repositories: [{ from: 'package', name: 'Outbox', package: 'typeorm' }] } },
    always,
  ],
  ['a further package', { settings: { packages: ['fastify'] } }, [...always, '(…).close()'].toSorted()],
  [
    'an allowed method',
    { settings: { allow: ['Repository.find'] } },
    ['threads.remove()', 'threads.save()', ...carried],
  ],
  ['an allowed type', { settings: { allow: [{ from: 'package', name: ['Repository'], package: 'typeorm' }] } }, []],
  [
    'a function that consumes promises',
    { settings: { promiseConsumers: ['detach'] } },
    ['threads.find()', 'threads.save()', ...carried],
  ],
  [
    'a repository that consumes promises',
    { settings: { promiseConsumers: ['Repository.find'] } },
    ['threads.remove()', 'threads.save()', ...carried],
  ],
  ['no project function followed', { settings: { follow: 'off' } }, direct],
  ['one project function followed', { settings: { follow: 'direct' } }, [...direct, 'touch()']],
  ['an allowed project function', { settings: { allow: ['touch'] } }, direct],
  [
    'a further sink',
    { settings: { sinks: ['audit'] } },
    [...always, 'threads.count()', 'threads.countBy()'].toSorted(),
  ],
  ['a sink that consumes promises', { settings: { promiseConsumers: ['audit'], sinks: ['audit'] } }, always],
])('with %s', (_, setup, expected) => {
  const { findings } = analyseText(code, setup);
  expect(findings.map(finding => finding.call.replace('fastify()', '(…)')).toSorted()).toEqual(expected.toSorted());
});

test('a reason counts in the form that the settings ask for, and in no other', () => {
  const reasons = `
    import type { Repository } from 'typeorm';
    declare const threads: Repository<object>;
    export async function work(): Promise<void> {
      // relaxed: counted again every night
      threads.clear();
      // relaxed:
      threads.save({});
      // fire-and-forget: counted again every night
      threads.find();
    }
  `;
  const callsOf = (setup: AnalysisSetup): readonly string[] =>
    analyseText(reasons, setup).findings.map(({ call }) => call);
  expect(callsOf({})).toEqual(['threads.clear()', 'threads.save()']);
  expect(callsOf({ settings: { reasonComment: String.raw`relaxed:\s*\S` } })).toEqual([
    'threads.save()',
    'threads.find()',
  ]);
});

test('a library that works in order, and waits for what a callback starts, is taught', () => {
  const inOrder = `
    import type { EntityManager, Repository } from 'typeorm';
    declare const threads: Repository<object>;
    declare const posts: Repository<object>;
    declare const manager: EntityManager;
    export async function work(): Promise<void> {
      threads.save({});
      posts.save({});
      await threads.count();
      threads.clear();
      await manager.transaction(async () => { threads.remove({}); });
      await Promise.all([1].map(async () => { threads.insert({}); }));
    }
  `;
  const library = {
    library: 'ordered',
    packages: ['typeorm'],
    receivers: ['Repository', 'EntityManager'],
    operations: { write: ['save', 'clear', 'remove', 'insert'], read: ['count'] },
  };
  const callsOf = (taught: Partial<LibraryEntry>): readonly string[] =>
    analyseText(inOrder, { settings: { libraries: [{ ...library, ...taught }] } }).findings.map(({ call }) => call);
  const all = ['threads.save()', 'posts.save()', 'threads.clear()', 'threads.remove()', 'threads.insert()'];
  const without = (...silent: readonly string[]): readonly string[] => all.filter(call => !silent.includes(call));
  expect(callsOf({})).toEqual(all);
  expect(callsOf({ isOrdered: true })).toEqual(without('threads.save()'));
  expect(callsOf({ callbacks: { 'EntityManager.transaction': { effect: 'waitsForAll' } } })).toEqual(
    without('threads.remove()'),
  );
});
