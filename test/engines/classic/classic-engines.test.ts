import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ClassicEngines } from '../../../src/engines/classic/classic-engines.js';
import { createProject } from '../../support/create-project.js';

const engines = new ClassicEngines(ts);
const text = `export const wrong: number = 'text';
export function open(path?: string): Promise<Date> { return Promise.resolve(new Date(path ?? 0)); }
export const needing = (path: string): string => path;
`;

function createProgram(files: Readonly<Record<string, string>>): {
  readonly program: ts.Program;
  readonly path: string;
} {
  const folder = createProject(files);
  const path = resolve(folder, 'a.ts');
  return {
    path,
    program: ts.createProgram([path], {
      lib: ['lib.es2022.d.ts'],
      strict: true,
      target: ts.ScriptTarget.ES2022,
      types: [],
    }),
  };
}

test('a program has one engine', () => {
  const { program } = createProgram({ 'a.ts': text });
  expect(engines.of(program)).toBe(engines.of(program));
});

test('files are told apart by whose they are', () => {
  const { path, program } = createProgram({
    'a.ts': "import 'installed';",
    'node_modules/installed/index.ts': 'export const a = 1;',
    'node_modules/installed/package.json': '{"name": "installed", "main": "index.ts"}',
  });
  const { files } = engines.of(program);
  expect(files.own().map(({ fileName }) => fileName)).toEqual([path]);
  expect(files.named(path)?.text).toBe("import 'installed';");
  expect(files.named(`${path}x`)).toBeUndefined();
  const others = files.all().filter(file => !files.isOwn(file));
  expect(others.map(file => files.isOfLanguage(file))).toContain(true);
  expect(others.filter(file => !files.isOfLanguage(file)).map(({ text: theirs }) => theirs)).toEqual([
    'export const a = 1;',
  ]);
});

test('errors are plain data', () => {
  const { path, program } = createProgram({ 'a.ts': `${text}const = 1;` });
  const { diagnostics, files } = engines.of(program);
  const sourceFile = files.named(path);
  if (!sourceFile) throw new Error('the file is not in the program');
  expect(diagnostics.syntactic(sourceFile)[0]).toEqual({
    code: 1134,
    start: text.length + 6,
    text: 'Variable declaration expected.',
  });
  expect(diagnostics.semantic(sourceFile)).toContainEqual({
    code: 2322,
    start: text.indexOf('wrong'),
    text: "Type 'string' is not assignable to type 'number'.",
  });
});

test('an export is described by what it is, and by what it gives when nothing is given to it', () => {
  const { path, program } = createProgram({ 'a.ts': text });
  const { exports, files } = engines.of(program);
  const sourceFile = files.named(path);
  if (!sourceFile) throw new Error('the file is not in the program');
  const date = { declared: { name: 'Date', owner: undefined, place: { from: 'lib' } }, text: 'Date' };
  expect(exports.valueOf('open', sourceFile)).toMatchObject({ isFunction: true, given: date });
  expect(exports.valueOf('needing', sourceFile)).toMatchObject({ isFunction: true, given: undefined });
  expect(exports.valueOf('wrong', sourceFile)).toMatchObject({
    isFunction: false,
    type: { declared: undefined, text: 'number' },
  });
  expect(exports.valueOf('missing', sourceFile)).toBeUndefined();
});
