import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { createWrittenSymbols } from '../../../src/engines/classic/written/find-written-symbols.js';
import { ClassicEngines } from '../../../src/engines/classic/classic-engines.js';
import { createProject } from '../../support/create-project.js';
import { createRandom } from '../../support/create-random.js';
import { root } from '../../support/paths.js';

/** What the search says must be what the checker says; only that may be missing which nobody wrote down. */
const programs = ['tsconfig.json', 'fixtures/tsconfig.json', 'fixtures/threads-api/tsconfig.json'].map(loadProgram);

test.each(programs)('a member is the one that the checker finds', program => {
  const { memberOf } = createWrittenSymbols(ts, program, new ClassicEngines(ts).of(program).index);
  const checker = program.getTypeChecker();
  const accesses = nodesOf(program).filter(ts.isPropertyAccessExpression);
  const known = accesses.flatMap(access => {
    const symbol = memberOf(access);
    return symbol ? [{ access, symbol }] : [];
  });
  const wrong = known.flatMap(({ access, symbol }) => {
    const expected = checker.getSymbolAtLocation(access.name);
    return isRedeclared(symbol, expected, checker)
      ? []
      : differences(access, symbol.declarations, expected?.declarations);
  });
  expect(wrong).toEqual([]);
  expect(known.length / accesses.length).toBeGreaterThan(0.25);
});

test.each(programs)('a signature is the one that the checker finds', program => {
  const { signaturesOf } = createWrittenSymbols(ts, program, new ClassicEngines(ts).of(program).index);
  const checker = program.getTypeChecker();
  const calls = nodesOf(program).filter(ts.isCallExpression);
  const known = calls.flatMap(call => {
    const signatures = signaturesOf(call.expression) ?? [];
    return signatures[0] ? [{ call, signatures }] : [];
  });
  const wrong = known.flatMap(({ call, signatures }) => {
    const resolved = checker.getResolvedSignature(call)?.declaration;
    return signatures.some(signature => areSame(signature, resolved)) ? [] : [`${show(call)}: ${show(resolved)}`];
  });
  expect(wrong).toEqual([]);
  expect(known.length / calls.length).toBeGreaterThan(0.25);
});

test.each(programs)('a type is the one that the checker finds', program => {
  const { typeOf } = createWrittenSymbols(ts, program, new ClassicEngines(ts).of(program).index);
  const checker = program.getTypeChecker();
  const calls = nodesOf(program).filter(ts.isCallExpression);
  const known = calls.flatMap(call => {
    const symbol = typeOf(call);
    return symbol ? [{ call, symbol }] : [];
  });
  const wrong = known.flatMap(({ call, symbol }) => {
    const type = checker.getApparentType(checker.getNonNullableType(checker.getTypeAtLocation(call)));
    return differences(call, symbol.declarations?.slice(0, 1), type.getSymbol()?.declarations?.slice(0, 1));
  });
  expect(wrong).toEqual([]);
  expect(known.length / calls.length).toBeGreaterThan(0.15);
});

test.each([
  ['of an annotated parameter', 'function f(store: Store) { store.save(); }', 'Store.save'],
  ['of this', 'class Sub extends Store { f() { this.save(); } }', 'Store.save'],
  ['of something that is made here', 'const store = new Store(); store.save();', 'Store.save'],
  ['taken out of an object', 'function f({ store }: { store: Store }) { store.save(); }', 'Store.save'],
  ['of what a method gives', 'function f(store: Store) { store.self().save(); }', 'Store.save'],
  ['of a class itself', 'Store.open();', 'Store.open'],
  ['of what may be missing', 'function f(store?: Store | null) { store?.save(); }', 'Store.save'],
  ['of what a callable object gives', 'function f(make: Make) { make(1).save(); }', 'Store.save'],
  ['of a type and one that extends it', 'function f(store: Sub | Store) { store.load(); }', 'Store.load'],
  ['of a read-only array', 'function f(list: Readonly<string[]>) { list.map(String); }', 'ReadonlyArray.map'],
  [
    'of what a function gives that says no type',
    'function made() { return new Store(); } made().save();',
    'Store.save',
  ],
  [
    'of what an arrow function gives',
    'const made = () => ({ store: new Store() }); made().store.save();',
    'Store.save',
  ],
  ['of the parameter of a callback', 'within(store => { store.save(); });', 'Store.save'],
  [
    'of the parameter of a callback with a this',
    'within(function (this: Other, store) { store.save(); });',
    'Store.save',
  ],
  ['of the this of a callback', 'within(function () { this.save(); });', 'Other.save'],
  ['of what a parameter of a callback is taken apart into', 'each(({ store }) => { store.save(); });', 'Store.save'],
  ['of a callback among others', 'each(1, held => { held.store.save(); });', 'Store.save'],
  ['of a callback behind what no function is', "overloaded('a', store => { store.save(); });", 'Store.save'],
  ['of a callback beside a text, which no function is', "routed('/', store => { store.save(); });", 'Store.save'],
  ['of the first callback that may give anything', 'loose(store => { store.save(); });', 'Store.save'],
  ['of a function whose variable says what it takes', 'const f: Callback = store => { store.save(); };', 'Store.save'],
])('a member %s is known', (_, text, expected) => {
  expect(memberCalledIn(text)).toBe(expected);
});

test.each([
  ['of one of several types', 'function f(store: Store | Other) { store.save(); }'],
  ['of what instanceof narrows', 'function f(store: Store) { if (store instanceof Sub) store.save(); }'],
  ['that a spread may hide', 'const store = { ...base, save() {} }; store.save();'],
  ['of what a callable object may give', 'function f(make: MakeAny) { make(1).save(); }'],
  ['of a type parameter', 'function f<T extends Store>(store: T) { store.save(); }'],
  ['of the this of a function', 'class A { save() {} f() { return function () { this.save(); }; } }'],
  ['of the this of a callback that says no this', 'each(function () { this.save(); });'],
  ['of what one of several functions takes', 'different(store => { store.save(); });'],
  ['of a callback behind what a function may be', 'covered(store => { store.save(); });'],
  ['of a callback behind a spread', 'each(...[1], held => { held.store.save(); });'],
  ['of a callback that takes what others say', 'generic(new Store(), store => { store.save(); });'],
  [
    'of what a function gives in two places',
    'function f(a: boolean) { if (a) return new Store(); return new Other(); } f(true).save();',
  ],
  ['of what a generator gives', 'function* made() { return new Store(); } made().save();'],
])('a member %s is left to the checker', (_, text) => {
  expect(memberCalledIn(text)).toBeUndefined();
});

/** A text in which a store is reached over some steps, each of which is made of the one before. */
const chains: readonly (readonly [what: string, first: string, step: (at: number) => string, last: string])[] = [
  ['variables', 'const a0 = new Store();', at => `const a${at} = a${at - 1};`, 'a$.save();'],
  [
    'functions',
    'function a0() { return new Store(); }',
    at => `function a${at}() { return a${at - 1}(); }`,
    'a$().save();',
  ],
  ['types', 'type A0 = Store;', at => `type A${at} = A${at - 1};`, 'function f(store: A$) { store.save(); }'],
  ['classes', 'class A0 extends Store {}', at => `class A${at} extends A${at - 1} {}`, 'new A$().load();'],
  [
    'interfaces',
    'interface A0 extends Store {}',
    at => `interface A${at} extends A${at - 1} {}`,
    'function f(store: A$) { store.load(); }',
  ],
  [
    'members',
    'const a0 = { store: new Store() };',
    at => `const a${at} = { store: a${at - 1}.store };`,
    'a$.store.save();',
  ],
];

test.each(chains)('a member is known over any number of %s', (_, first, step, last) => {
  const random = createRandom(24);
  for (const length of [25, 1 + random(200)]) {
    const steps = Array.from({ length }, (__, index) => step(index + 1));
    const text = [first, ...steps, last.replaceAll('$', String(length))].join('\n');
    expect(memberCalledIn(text), String(length)).toMatch(/^Store\.(?:save|load)$/);
  }
});

test('a member is known behind a chain of calls, however long', () => {
  expect(memberCalledIn(`function f(store: Store) { store${'.self()'.repeat(500)}.save(); }`)).toBe('Store.save');
});

test.each([
  ['variables', 'const a = b; const b = a; a.save();'],
  ['functions', 'function a() { return b(); } function b() { return a(); } a().save();'],
  ['types', 'type A = B; type B = A; function f(store: A) { store.save(); }'],
  ['classes', 'class A extends B {} class B extends A {} new A().save();'],
  [
    'interfaces that can be called',
    'interface A extends B {} interface B extends A {} function f(a: A) { a().save(); }',
  ],
  ['a union of them', 'interface A extends B {} interface B extends A {} function f(a: A | B | Store) { a.save(); }'],
])('what stands for itself is not known: %s', (_, text) => {
  expect(memberCalledIn(text)).toBeUndefined();
});

test('layers of interfaces that all extend each of the next are read once each', () => {
  const layers = Array.from({ length: 12 }, (_, layer) =>
    Array.from({ length: 6 }, (__, at) => {
      const next = Array.from({ length: 6 }, (___, other) => `L${layer + 1}x${other}`);
      return `interface L${layer}x${at} extends ${next.join(', ')} {}`;
    }),
  );
  const last = Array.from({ length: 6 }, (_, at) => `interface L12x${at} extends ${at === 5 ? 'Store' : 'Empty'} {}`);
  const text = ['interface Empty {}', ...layers.flat(), ...last, 'function f(a: L0x0) { a.load(); }'].join('\n');
  expect(memberCalledIn(text)).toBe('Store.load');
});

test.each([
  ['store', 'store: Store', 'Store'],
  ['a part of it', "store: Omit<Store, 'save'>", undefined],
  ['several', 'store: Store | Other', undefined],
])('the type of a parameter that is %s', (_, parameter, expected) => {
  const program = load(`function f(${parameter}) { store; }`);
  const { typeOf } = createWrittenSymbols(ts, program, new ClassicEngines(ts).of(program).index);
  const [statement] = nodesOf(program).filter(ts.isExpressionStatement);
  expect(statement && typeOf(statement.expression)?.name).toBe(expected);
});

/** The member that the last call of a text names, as `Type.member`. */
function memberCalledIn(text: string): string | undefined {
  const program = load(text);
  const { memberOf } = createWrittenSymbols(ts, program, new ClassicEngines(ts).of(program).index);
  const call = nodesOf(program)
    .filter(ts.isCallExpression)
    .findLast(({ parent }) => !ts.isPropertyAccessExpression(parent));
  if (!call || !ts.isPropertyAccessExpression(call.expression)) throw new Error('the text calls no member');
  const [declaration] = memberOf(call.expression)?.declarations ?? [];
  return (
    declaration &&
    `${(declaration.parent as ts.ClassDeclaration).name?.text ?? ''}.${(declaration as ts.MethodDeclaration).name.getText()}`
  );
}

function load(text: string): ts.Program {
  const prelude = `
    declare class Store { save(): void; load(): void; self(): this; static open(): void; }
    interface Make { (id: number): Store; (id: string, other?: number): Store; }
    interface MakeAny { (id: number): Store; (id: string): Other; }
    declare class Sub extends Store { save(): void; }
    declare class Other { save(): void; }
    type Callback = (this: Other, store: Store) => void;
    declare function within(callback: Callback): void;
    interface Held { store: Store }
    declare function each(...all: (number | ((held: Held) => void))[]): void;
    declare function overloaded(name: string, options?: { deep?: boolean }): void;
    declare function overloaded(name: string, other: Other): void;
    declare function overloaded(name: string, callback: Callback): void;
    declare function different(callback: (store: Store) => number): void;
    declare function different(callback: (store: Other) => string): void;
    declare function routed(...handlers: ((other: Other) => void)[]): void;
    declare function routed(path: string, ...handlers: Callback[]): void;
    declare function loose(callback: (store: Store) => void): void;
    declare function loose(callback: (store: Other) => string): void;
    declare function covered(what: object): void;
    declare function covered(callback: Callback): void;
    declare function generic<T>(value: T, callback: (value: T) => void): void;
    declare const base: { save(): void };
  `;
  const folder = createProject({ 'src/text.ts': `${prelude}${text}` });
  const options = { target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [] }; // a browser's names take seconds to read, and none is asked for
  return ts.createProgram([resolve(folder, 'src/text.ts')], options);
}

/** Whether a guard narrows a type to a subtype that declares the member again: what is written down is the type. */
function isRedeclared(symbol: ts.Symbol, expected: ts.Symbol | undefined, checker: ts.TypeChecker): boolean {
  const [general, special] = [symbol, expected].map(one => one?.declarations?.[0]?.parent);
  return (
    general !== undefined &&
    special !== undefined &&
    general !== special &&
    checker.isTypeAssignableTo(checker.getTypeAtLocation(special), checker.getTypeAtLocation(general))
  );
}

function loadProgram(config: string): ts.Program {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    resolve(root, config),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  if (!parsed) throw new Error(`${config} cannot be read`);
  return ts.createProgram(parsed.fileNames, parsed.options);
}

function fail({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function nodesOf(program: ts.Program): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  for (const sourceFile of program.getSourceFiles())
    if (!sourceFile.fileName.includes('/node_modules/')) visit(sourceFile);
  return nodes;

  function visit(node: ts.Node): void {
    nodes.push(node);
    ts.forEachChild(node, visit);
  }
}

type Declarations = readonly ts.Declaration[] | undefined;

/** What is said of a place where other declarations are found than are expected. */
function differences(place: ts.Node, found: Declarations = [], expected: Declarations = []): readonly string[] {
  const isSame = found.length === expected.length && found.every((node, index) => areSame(node, expected[index]));
  return isSame ? [] : [`${show(place)}: ${found.map(show).join(', ')} instead of ${expected.map(show).join(', ')}`];
}

function areSame(a: ts.Node | undefined, b: ts.Node | undefined): boolean {
  return a === b || show(a) === show(b);
}

function show(node: ts.Node | undefined): string {
  if (!node) return 'nothing';
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText().slice(0, 60)}`;
}
