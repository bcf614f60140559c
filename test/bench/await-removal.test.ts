import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Category } from '../../bench/await-removal/classify-await.js';
import { judgeRemovals } from '../../bench/await-removal/judge-removals.js';
import { measureRemoval, type CategoryResult } from '../../bench/await-removal/measure-removal.js';
import { renderRemoval } from '../../bench/await-removal/render-removal.js';
import { createProject } from '../support/create-project.js';

const store = `import type { Container } from '@azure/cosmos';
import type { Knex } from 'knex';
import { AfterUpdate, type DataSource, type EntityManager, type Repository } from 'typeorm';

interface Thread { readonly id: string }

class SweepRepository {
  async startSweep(): Promise<void> { return Promise.resolve(); }
  async copySweep(manager: EntityManager): Promise<void> { await manager.clear('Sweep'); }
  count(): number { return 1; }
}

export class ThreadStore {
  constructor(
    private readonly container: Container,
    private readonly threads: Repository<Thread>,
    private readonly sweeps: SweepRepository,
    private readonly source: DataSource,
    private readonly anything: any,
  ) {}

  async create(thread: Thread): Promise<Thread> {
    await this.container.items.create(thread);
    await this.threads.insert(thread).catch(error => { throw error; });
    await this.sweeps.startSweep(); // fire-and-forget: the sweep goes on by itself
    await this.threads.update(thread.id, thread).catch(() => undefined);
    return thread;
  }

  async forget(id: string): Promise<Thread | null> {
    const removed = await this.threads.delete(id);
    if (await this.threads.existsBy({ id })) throw new Error(id);
    return null;
  }

  async publish(thread: Thread): Promise<void> {
    return this.source.transaction(async manager => {
      const stored = await manager.findOneByOrFail('Thread', { id: thread.id });
      await manager.save(stored);
      await this.sweeps.copySweep(manager);
      await this.threads.save(stored);
    });
  }

  async touch(knex: Knex): Promise<void> {
    const update = knex('threads').update({ seen: 1 });
    if (this.anything) await update.update({ seen: 2 });
    await update;
  }

  async touchOnce(knex: Knex): Promise<void> {
    const update = knex('threads').where({ id: 1 });
    await update.update({ seen: 2 });
  }

  @AfterUpdate()
  async afterUpdate(): Promise<void> {
    const rows = this.threads;
    await rows.clear();
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.anything.save();
    await this.sweeps.count();
    await (this.sweeps.startSweep());
    this.container.items.create({});
  }
}
`;

const files = { 'package-lock.json': '{}', 'src/thread-store.ts': store };

test('removed awaits are found and restored, and one that the product cannot find is listed as a miss', async () => {
  const folder = createProject(files);
  const result = await measureRemoval({
    project: join(folder, 'tsconfig.json'),
    categories: ['statement', 'handledStatement', 'outerInTransaction', 'unusedBinding', 'condition'],
  });

  expect(result.baseline).toEqual({ findings: 1, fixed: 1 });
  expect(Object.fromEntries(result.results.map(summarise))).toEqual({
    statement: {
      removals: [
        "manager.clear('Sweep')",
        'this.container.items.create(thread)',
        'this.sweeps.startSweep()',
        'manager.save(stored)',
        'this.sweeps.copySweep(manager)',
        'update.update({ seen: 2 })',
        'this.container.items.create({})',
      ],
      restored: [
        "manager.clear('Sweep')",
        'this.container.items.create(thread)',
        'manager.save(stored)',
        'this.sweeps.copySweep(manager)',
        'update.update({ seen: 2 })',
        'this.container.items.create({})',
      ],
      excluded: ['awaitedLater', 'control', 'receiverAny', 'notAwaitable', 'lineStart'],
    },
    handledStatement: {
      removals: [
        'this.threads.insert(thread).catch(error => { throw error; })',
        'this.threads.update(thread.id, thread).catch(() => undefined)',
      ],
      restored: ['this.threads.insert(thread).catch(error => { throw error; })'],
      excluded: [],
    },
    outerInTransaction: { removals: ['this.threads.save(stored)', 'rows.clear()'], restored: [], excluded: [] },
    unusedBinding: { removals: ['this.threads.delete(id)'], restored: ['this.threads.delete(id)'], excluded: [] },
    condition: {
      removals: ['this.threads.existsBy({ id })'],
      restored: ['this.threads.existsBy({ id })'],
      excluded: [],
    },
  });
  const rendered = renderRemoval(result);
  expect(rendered).toContain(
    'src/thread-store.ts:25 statement [project] not found (floating: reasonGiven): this.sweeps.startSweep()',
  );
  expect(rendered).toContain('statement, silent: floating: reasonGiven 1');
  expect(rendered).toContain('handledStatement, silent: handled: notLookedFor 1');
});

test('the project that is measured stays as it is', async () => {
  const folder = createProject(files);
  const { results } = await measureRemoval({
    project: join(folder, 'tsconfig.json'),
    categories: ['statement'],
    limit: 1,
  });
  expect(results.map(({ removals }) => removals.length)).toEqual([1]);
  expect(readFileSync(join(realpathSync(folder), 'src/thread-store.ts'), 'utf8')).toBe(store);
});

test('an await that comes back in another place is not restored', () => {
  const original = 'async () => {\n  await save();\n  await other();\n};\n';
  const [removal, neighbor] = judgeRemovals(
    { sites: [toSite(16, 2), toSite(32, 3)], original, removed: original.replaceAll('await ', '') },
    {
      path: 'a.ts',
      findings: [],
      result: original.replace('await save()', 'await (save())'),
      errorsBefore: [],
      errorsAfter: [{ code: 2322, start: 16 }],
      silences: new Map(),
    },
  );
  expect(removal).toMatchObject({ isRestored: false, isFileRestored: false, isTypeError: true });
  expect(neighbor).toMatchObject({ isRestored: true, isFileRestored: false });
});

function summarise({
  category,
  excluded,
  removals,
}: CategoryResult): [Category, Record<string, readonly (string | undefined)[]>] {
  return [
    category,
    {
      removals: removals.map(({ site }) => site.call),
      restored: removals.filter(({ finding, isRestored }) => finding && isRestored).map(({ site }) => site.call),
      excluded: excluded.map(({ exclusion }) => exclusion),
    },
  ];
}

/** An await at an offset, in a function that is the whole text. */
function toSite(start: number, line: number): Parameters<typeof judgeRemovals>[0]['sites'][number] {
  return {
    fileName: '/a.ts',
    category: 'statement',
    deletion: { start, end: start + 'await '.length },
    scope: { start: 0, end: 100 },
    starts: [start + 'await '.length],
    line,
    call: 'save()',
    library: 'project',
    exclusion: undefined,
  };
}
