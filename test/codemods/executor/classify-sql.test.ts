import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { classifySql } from '../../../src/codemods/executor/classify-sql.js';
import { root } from '../../support/paths.js';

const sql: Readonly<Record<string, string>> = {
  'SELECT * FROM a': 'read',
  '  -- why\n select 1': 'read',
  '/* why */ VALUES (1)': 'read',
  'WITH b AS (SELECT 1) SELECT * FROM b': 'read',
  'EXPLAIN QUERY PLAN SELECT 1': 'read',
  'WITH b AS (SELECT 1) DELETE FROM a': 'write',
  'INSERT INTO a VALUES (1) RETURNING n': 'write',
  'UPDATE a SET n = 1': 'write',
  'REPLACE INTO a VALUES (1)': 'write',
  'CREATE TABLE a (n)': 'write',
  'SELECT CASE n WHEN 1 THEN 2 END FROM a': 'read',
  'SELECT changes, release FROM begin_of_year': 'read',
  'UPDATE a SET n = 1; UPDATE b SET n = 1': 'write',
  BEGIN: 'transaction',
  'begin immediate': 'transaction',
  '-- now\nBEGIN': 'transaction',
  'DELETE FROM a; COMMIT': 'transaction',
  END: 'transaction',
  'ROLLBACK TO here': 'transaction',
  'SAVEPOINT here': 'transaction',
  'RELEASE here': 'transaction',
  'PRAGMA user_version': 'settings',
  'DELETE FROM a; pragma optimize': 'settings',
  "ATTACH 'b.db' AS b": 'file',
  'DETACH b': 'file',
  VACUUM: 'file',
  'CREATE TEMP TABLE b (n)': 'temporary',
  'create temporary view b as select 1': 'temporary',
  'SELECT * FROM temp.b': 'temporary',
  'SELECT last_insert_rowid()': 'lastWrite',
  'INSERT INTO a VALUES (last_insert_rowid ())': 'lastWrite',
  'SELECT changes()': 'lastWrite',
  'SELECT total_changes()': 'lastWrite',
};

test.each(Object.entries(sql))('%s', (text, meaning) => {
  const effect = classifySql(text);
  expect(effect.kind === 'bound' ? effect.topic : effect.kind).toBe(meaning);
});

test('the module keeps on its connection what is not moved, where it sees it only when it runs', () => {
  const template = readFileSync(resolve(root, 'src/codemods/executor/template/database-executor.ts'), 'utf8');
  const [, source = ''] = /const concernsConnection =\s+\/(.*)\/i;/.exec(template) ?? [];
  const concernsConnection = new RegExp(source, 'i');
  for (const text of Object.keys(sql))
    expect(concernsConnection.test(text), text).toBe(classifySql(text).kind === 'bound');
});
