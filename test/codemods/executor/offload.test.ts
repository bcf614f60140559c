import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fix } from '../../../src/codemods/index.js';
import { createSqliteProject, executor, moved, reasonsIn, repository } from '../../support/executor/sqlite-project.js';

/** Bodies of methods, and what becomes of them. */
const bodies: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'a row': ["return this.db.prepare('SELECT 1').get();", "return await offload(this.db).prepare('SELECT 1').get();"],
  rows: ["return this.db.prepare('SELECT 1').all(id);", "return await offload(this.db).prepare('SELECT 1').all(id);"],
  'a write': [
    "return this.db.prepare('DELETE FROM a').run();",
    "return await offload(this.db).prepare('DELETE FROM a').run();",
  ],
  'several statements at once': [
    "this.db.exec('DELETE FROM a; DELETE FROM b'); return 1;",
    "await offload(this.db).exec('DELETE FROM a; DELETE FROM b'); return 1;",
  ],
  modes: [
    "return this.db.prepare('SELECT 1').raw().safeIntegers(false).get();",
    "return await offload(this.db).prepare('SELECT 1').raw().safeIntegers(false).get();",
  ],
  'a part of the result': [
    "return this.db.prepare('DELETE FROM a').run().changes;",
    "return (await offload(this.db).prepare('DELETE FROM a').run()).changes;",
  ],
  'a part of a result that may be missing': [
    "return this.db.prepare('SELECT 1').all(id)?.[0];",
    "return (await offload(this.db).prepare('SELECT 1').all(id))?.[0];",
  ],
  'a result that is asserted': [
    "return this.db.prepare('SELECT 1').get() as { n: number };",
    "return await offload(this.db).prepare('SELECT 1').get() as { n: number };",
  ],
  'a result that is said to be there': [
    "return this.db.prepare('SELECT 1').get()!;",
    "return (await offload(this.db).prepare('SELECT 1').get())!;",
  ],
  'a power': [
    "return this.db.prepare('DELETE FROM a').run().changes ** 2 + 2 ** (this.db.prepare('DELETE FROM b').run() as never);",
    "return (await offload(this.db).prepare('DELETE FROM a').run()).changes ** 2 + 2 ** (await offload(this.db).prepare('DELETE FROM b').run() as never);",
  ],
  'a condition': [
    "if (!this.db.prepare('SELECT 1').get()) return 0; return 1;",
    "if (!await offload(this.db).prepare('SELECT 1').get()) return 0; return 1;",
  ],
  'an argument': [
    "return String(this.db.prepare('SELECT 1').get());",
    "return String(await offload(this.db).prepare('SELECT 1').get());",
  ],
  'a statement in another': [
    "return this.db.prepare('SELECT ?').get(this.db.prepare('SELECT 1').get());",
    "return await offload(this.db).prepare('SELECT ?').get(await offload(this.db).prepare('SELECT 1').get());",
  ],
  'a statement in a variable': [
    "const insert = this.db.prepare('INSERT INTO a VALUES (?)'); for (const n of [1, 2]) insert.run(n); return insert.run(3).changes;",
    "const insert = offload(this.db).prepare('INSERT INTO a VALUES (?)'); for (const n of [1, 2]) await insert.run(n); return (await insert.run(3)).changes;",
  ],
  'a statement that is typed': [
    "return this.db.prepare<[number]>('SELECT ?').get(id);",
    "return await offload(this.db).prepare<[number]>('SELECT ?').get(id);",
  ],
  'a connection in a variable': [
    "const { db } = this; return db.prepare('SELECT 1').get();",
    "const { db } = this; return await offload(db).prepare('SELECT 1').get();",
  ],
  'a function in the function': [
    "const read = async () => this.db.prepare('SELECT 1').get(); return read();",
    "const read = async () => await offload(this.db).prepare('SELECT 1').get(); return read();",
  ],
  'SQL with a part that is not known': [
    'return this.db.prepare(`SELECT * FROM a${id}`).get();',
    'return await offload(this.db).prepare(`SELECT * FROM a${id}`).get();',
  ],
  'SQL that is not known': [
    'const sql = String(id); return this.db.prepare(sql).all();',
    'const sql = String(id); return await offload(this.db).prepare(sql).all();',
  ],
  'SQL in a constant': [
    "const sql = 'SELECT 1'; return this.db.prepare(sql).all();",
    "const sql = 'SELECT 1'; return await offload(this.db).prepare(sql).all();",
  ],
  'a text with the name of what moves it': [
    "return this.db.prepare('SELECT 1 AS offload').get();",
    "return await offload(this.db).prepare('SELECT 1 AS offload').get();",
  ],
  'a name that only looks like another meaning': [
    "return this.db.prepare('SELECT 1 AS changes').get();",
    "return await offload(this.db).prepare('SELECT 1 AS changes').get();",
  ],
  'a case that has an end': [
    "return this.db.prepare('SELECT CASE ? WHEN 1 THEN 2 END').get(id);",
    "return await offload(this.db).prepare('SELECT CASE ? WHEN 1 THEN 2 END').get(id);",
  ],
  'a write, and then a read': [
    "this.db.prepare('DELETE FROM a').run(); return this.db.prepare('SELECT 1').get();",
    "await offload(this.db).prepare('DELETE FROM a').run(); return await offload(this.db).prepare('SELECT 1').get();",
  ],
  'a comment before a statement': [
    "/* why */ this.db.prepare('DELETE FROM a').run(); return 1;",
    "/* why */ await offload(this.db).prepare('DELETE FROM a').run(); return 1;",
  ],
};

/** Bodies of methods that stay, with the reason. */
const left: Readonly<Record<string, readonly [body: string, reason: string]>> = {
  'an iterator': ["return [...this.db.prepare('SELECT 1').iterate()];", 'an iterator holds its connection open'],
  'a PRAGMA': ["return this.db.pragma('user_version');", 'a PRAGMA configures its connection'],
  'a PRAGMA as a statement': [
    "return this.db.prepare('PRAGMA user_version').get();",
    'a PRAGMA configures its connection',
  ],
  'the opening of a transaction': ["this.db.exec('BEGIN'); return 1;", 'it opens or ends a transaction'],
  'a statement beside the opening of a transaction': [
    "this.db.exec(' /* now */ begin immediate'); this.db.prepare('DELETE FROM a').run(); return 1;",
    'opens',
  ],
  'a PRAGMA in a constant': [
    "const sql = 'PRAGMA user_version'; return this.db.prepare(sql).get();",
    'a PRAGMA configures its connection',
  ],
  'a savepoint': ["this.db.exec('SAVEPOINT a'); return 1;", 'it opens or ends a transaction'],
  'the end of a transaction behind a statement': [
    "this.db.exec('DELETE FROM a; COMMIT'); return 1;",
    'it opens or ends a transaction',
  ],
  'a synchronous transaction': [
    "return this.db.transaction(() => { this.db.prepare('DELETE FROM a').run(); })();",
    'transaction',
  ],
  'an attached database': ['this.db.exec("ATTACH \'other.db\' AS other"); return 1;', 'it attaches a database'],
  'a temporary table': [
    "this.db.exec('CREATE TEMP TABLE mine (n)'); return 1;",
    'temporary objects belong to their connection',
  ],
  'a compaction': ["this.db.exec('VACUUM'); return 1;", 'VACUUM needs exclusive access'],
  'a callback that is not async': [
    "return [id].map(n => this.db.prepare('SELECT ?').get(n));",
    'the function around it is not async',
  ],
  'a connection that is used on': [
    "return this.db.exec('DELETE FROM a').open;",
    'the connection that `exec` returns is used',
  ],
  'parameters that are bound': ["return this.db.prepare('SELECT ?').bind(id).get();", '`bind` changes the statement'],
  'a statement that is handed on': [
    "const insert = this.db.prepare('INSERT INTO a VALUES (?)'); insert.run(id); return insert;",
    'kept in `insert`, which is also used elsewhere',
  ],
  'a statement of another function': [
    "const one = this.db.prepare('SELECT 1'); const read = async () => one.get(); return read();",
    'kept in `one`, which is used in another function',
  ],
  'a statement that is asked for its columns': [
    "const one = this.db.prepare('SELECT 1'); one.columns(); return one.get();",
    'kept in `one`, which is also used elsewhere',
  ],
  'a database in memory': [
    "const db = new Database(':memory:'); return db.prepare('SELECT 1').get();",
    'a database in memory',
  ],
  'a temporary database': ["const db = new Database(''); return db.prepare('SELECT 1').get();", 'a database in memory'],
  'an optional connection': [
    "const db = this.db as Database.Database | undefined; return db?.prepare('SELECT 1').get();",
    'the call has a form that is not supported',
  ],
  'a sum': [
    "let sum = 0; sum += this.db.prepare('DELETE FROM a').run() as never; return sum;",
    '`sum` is read before the `await`',
  ],
  'a read, and then a write': [
    "const n = this.db.prepare('SELECT 1').get(); this.db.prepare('UPDATE a SET n = ?').run(n); return 1;",
    'reads before it writes',
  ],
  'a write and a read in a loop': [
    "for (;;) { this.db.prepare('DELETE FROM a').run(); this.db.prepare('SELECT 1').get(); }",
    'reads before it writes',
  ],
};

test('statements are moved, or stay and say why', async () => {
  const all = [...Object.entries(bodies), ...Object.entries(left)].map(([name, [before]], index) => ({
    name,
    before,
    path: `src/notes-${index}.ts`,
  }));
  const project = createSqliteProject(Object.fromEntries(all.map(({ before, path }) => [path, repository(before)])));
  const report = await fix({ cwd: project, executor, write: true });
  for (const { name, path } of all) {
    const text = readFileSync(resolve(project, path), 'utf8');
    const [, after] = bodies[name] ?? [];
    const [body = '', reason = ''] = left[name] ?? [];
    if (after !== undefined)
      expect
        .soft(
          reasonsIn(report, path).filter(found => found !== undefined),
          name,
        )
        .toEqual([]);
    else expect.soft(reasonsIn(report, path), name).toEqual(expect.arrayContaining([expect.stringContaining(reason)]));
    expect.soft(text, name).toBe(after === undefined ? repository(body) : moved(after));
  }
});
