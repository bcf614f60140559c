import ts from 'typescript';
import { expect, test } from 'vitest';
import { createFileRecords } from '../../src/project-index/file-records.js';

test.each([
  ['the parameters of an executor', 'new Promise((done, fail) => {});', ['done', 'fail']],
  ['those of one in parentheses', 'new Promise((function (done) {}));', ['done']],
  [
    'what is taken out of a deferred object',
    'const { promise, resolve, reject: fail } = defer();',
    ['fail', 'resolve'],
  ],
  ['the members that settle one', 'deferred.resolve(1);', ['resolve']],
  ['what stands for one', 'let later; new Promise(done => { later = done; });', ['done', 'later']],
  [
    'what stands for one that comes after it',
    'const last = later; const later = deferred.reject;',
    ['last', 'later', 'reject'],
  ],
  ['no other parameters', 'list.map(item => item); new Store(options);', []],
  ['nothing else that is taken out of an object', 'const { promise, save } = store;', []],
])('a file may settle a promise by %s', (_, text, names) => {
  const sourceFile = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  expect([...createFileRecords(ts).of(sourceFile).settlers].toSorted()).toEqual(names);
});
