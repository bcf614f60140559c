import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ClassicEngines } from '../../../src/engines/classic/classic-engines.js';
import type { Callee } from '../../../src/engines/type-facts.js';
import { createProject } from '../../support/create-project.js';

const declared = `
  interface ByText { (text: string): Promise<void> }
  interface ByNumber { (id: number): Promise<void> }
  declare const both: ByText & ByNumber;
  declare const overloaded: { (work: () => number): void; (work: () => string): void };
  declare function same<T>(value: T): T;
  declare function make<T>(work: () => T): ByText;
  declare function make<T>(work: () => T, id: number): ByText;
`;

test.each([
  ['the signature that fits', 'both(1);', ['ByNumber']],
  ['the other one where that fits', "both('a');", ['ByText']],
  ['the only type of which all signatures are', 'const made = make(() => 1); made("a");', ['ByText']],
])('a callee of a variable is %s', (_, text, owners) => {
  expect(declarationsCalledIn(text).map(({ owner }) => owner)).toEqual(owners);
});

test('to tell overloads of one type apart, no body is looked into', () => {
  const program = load('const run = same(overloaded); run(() => wrong);');
  const checker = program.getTypeChecker();
  const asked: string[] = [];
  const resolveSignature = checker.getResolvedSignature.bind(checker);
  checker.getResolvedSignature = (call, ...others) => {
    asked.push(call.getText());
    return resolveSignature(call, ...others);
  };
  expect(calleeIn(program)).toMatchObject({ kind: 'declared' });
  expect(asked).toEqual([]);
});

function declarationsCalledIn(text: string): readonly { readonly owner: string | undefined }[] {
  const callee = calleeIn(load(text));
  if (callee.kind === 'unknown') throw new Error('nothing is known of the callee');
  return callee.declarations;
}

/** What the last call of a program's file calls. */
function calleeIn(program: ts.Program): Callee {
  const engine = new ClassicEngines(ts).of(program);
  const last = engine.files.own()[0]?.statements.at(-1);
  if (!last || !ts.isExpressionStatement(last) || !ts.isCallExpression(last.expression))
    throw new Error('the file ends with no call');
  return engine.types.calleeOf(last.expression);
}

function load(text: string): ts.Program {
  const folder = createProject({ 'a.ts': `${declared}${text}` });
  return ts.createProgram([resolve(folder, 'a.ts')], {
    lib: ['lib.es2022.d.ts'],
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
}
