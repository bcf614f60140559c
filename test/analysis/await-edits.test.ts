import ts from 'typescript';
import { expect, test } from 'vitest';
import { awaitEdits } from '../../src/analysis/remedies/await-edits.js';
import { Memory } from '../../src/analysis/memory.js';
import { defaultSettings } from '../../src/analysis/configuration/settings.js';
import type { FileUnit } from '../../src/analysis/unit.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { ClassicEngines } from '../../src/engines/classic/classic-engines.js';
import { createRandom, type Random } from '../support/create-random.js';

const { index, syntax, types } = new ClassicEngines(ts).of(ts.createProgram({ rootNames: [], options: {} }));
const surroundings: Omit<FileUnit, 'sourceFile'> = {
  syntax,
  facts: types,
  index,
  catalogue,
  settings: defaultSettings,
  memory: new Memory(),
};

/** Statements of an async generator around a promise `p`, and what they are once it is awaited. */
const inParentheses: readonly (readonly [before: string, after: string])[] = [
  ['p.x;', '(await p).x;'],
  ['p?.x;', '(await p)?.x;'],
  ['p[0];', '(await p)[0];'],
  ['p?.[0];', '(await p)?.[0];'],
  ['p();', '(await p)();'],
  ['p?.();', '(await p)?.();'],
  ['p<number>();', '(await p)<number>();'],
  ['(p<number>);', '((await p)<number>);'],
  ['new p();', 'new (await p)();'],
  ['new p;', 'new (await p);'],
  ['new p.Type();', 'new (await p).Type();'],
  ['p`text`;', '(await p)`text`;'],
  ['f(p!);', 'f((await p)!);'],
  ['f(p!.x);', 'f((await p)!.x);'],
  ['f(p ** 2);', 'f((await p) ** 2);'],
  ['p.x++;', '(await p).x++;'],
  ['++p.x;', '++(await p).x;'],
  ['delete p.x;', 'delete (await p).x;'],
  ['p.x = 1;', '(await p).x = 1;'],
  ['p[0] = 1;', '(await p)[0] = 1;'],
  ['p.x += 1;', '(await p).x += 1;'],
  ['class A extends p {}', 'class A extends (await p) {}'],
  ['class A extends p<number> {}', 'class A extends (await p)<number> {}'],
  ['f(class extends p {});', 'f(class extends (await p) {});'],
  ['@p class A {}', '@(await p) class A {}'],
  ['@p() class A {}', '@(await p)() class A {}'],
];

const bare: readonly (readonly [before: string, after: string])[] = [
  ['p;', 'await p;'],
  ['a, p;', 'a, await p;'],
  ['p, a;', 'await p, a;'],
  ['a && p;', 'a && await p;'],
  ['p && a;', 'await p && a;'],
  ['p || a;', 'await p || a;'],
  ['p ?? a;', 'await p ?? a;'],
  ['a ? p : b;', 'a ? await p : b;'],
  ['a ? b : p;', 'a ? b : await p;'],
  ['p ? a : b;', 'await p ? a : b;'],
  ['!p;', '!await p;'],
  ['-p;', '-await p;'],
  ['typeof p;', 'typeof await p;'],
  ['void p;', 'void await p;'],
  ['p + 1;', 'await p + 1;'],
  ['1 + p;', '1 + await p;'],
  ['2 ** p;', '2 ** await p;'],
  ['p === null;', 'await p === null;'],
  ['p instanceof A;', 'await p instanceof A;'],
  ["'x' in p;", "'x' in await p;"],
  ['f(p);', 'f(await p);'],
  ['f(...p);', 'f(...await p);'],
  ['new A(p);', 'new A(await p);'],
  ['[p];', '[await p];'],
  ['[...p];', '[...await p];'],
  ['({ a: p });', '({ a: await p });'],
  ['({ ...p });', '({ ...await p });'],
  ['({ [p]: 1 });', '({ [await p]: 1 });'],
  ['a[p];', 'a[await p];'],
  ['a?.[p];', 'a?.[await p];'],
  ['`${p}`;', '`${await p}`;'],
  ['tag`${p}`;', 'tag`${await p}`;'],
  ['a = p;', 'a = await p;'],
  ['const a = p;', 'const a = await p;'],
  ['const { a = p } = b;', 'const { a = await p } = b;'],
  ['const [a = p] = b;', 'const [a = await p] = b;'],
  ['return p;', 'return await p;'],
  ['return(p);', 'return(await p);'],
  ['throw p;', 'throw await p;'],
  ['yield p;', 'yield await p;'],
  ['yield* p;', 'yield* await p;'],
  ['await p;', 'await await p;'],
  ['if (p) {}', 'if (await p) {}'],
  ['while (p) {}', 'while (await p) {}'],
  ['do {} while (p);', 'do {} while (await p);'],
  ['for (p; ; ) {}', 'for (await p; ; ) {}'],
  ['for (; p; ) {}', 'for (; await p; ) {}'],
  ['for (; ; p) {}', 'for (; ; await p) {}'],
  ['for (const a of p) {}', 'for (const a of await p) {}'],
  ['for (const a in p) {}', 'for (const a in await p) {}'],
  ['for await (const a of p) {}', 'for await (const a of await p) {}'],
  ['switch (p) {}', 'switch (await p) {}'],
  ['switch (a) { case p: }', 'switch (a) { case await p: }'],
  ['class A { [p] = 1; }', 'class A { [await p] = 1; }'],
  ['@f(p) class A {}', '@f(await p) class A {}'],
  ['import(p);', 'import(await p);'],
  ['using a = p;', 'using a = await p;'],
  ['const f = async () => p;', 'const f = async () => await p;'],
];

test.each(inParentheses)('`%s` needs parentheses', (before, after) => {
  expect(awaitIn(before)).toBe(after);
  expect(shapeOf(after)).toBe(shapeOf(before));
  expect(shapeOf(after.replace('(await p)', 'await p'), 'withAwait')).not.toBe(shapeOf(after, 'withAwait'));
});

test.each(bare)('`%s` needs none', (before, after) => {
  expect(awaitIn(before)).toBe(after);
  expect(shapeOf(after)).toBe(shapeOf(before));
});

test.each([
  ['a?.p.x;', 'a?.p', '(await a?.p)?.x;'],
  ['a?.p.x.y;', 'a?.p', '(await a?.p)?.x.y;'],
  ['a?.p[0];', 'a?.p', '(await a?.p)?.[0];'],
  ['a?.p();', 'a?.p', '(await a?.p)?.();'],
  ['a?.p<number>();', 'a?.p', '(await a?.p)?.<number>();'],
  ['a?.p!.x;', 'a?.p', '(await a?.p)!?.x;'],
  ['a?.p?.x;', 'a?.p', '(await a?.p)?.x;'],
  ['(a?.p).x;', 'a?.p', '(await a?.p).x;'],
  ['a?.p\n  // why\n  .x;', 'a?.p', '(await a?.p)\n  // why\n  ?.x;'],
  ['f(a?.p!);', 'a?.p', 'f((await a?.p)!);'],
  ['f(a?.p);', 'a?.p', 'f(await a?.p);'],
  ['a?.p;', 'a?.p', 'await a?.p;'],
  ['a.p.x;', 'a.p', '(await a.p).x;'],
])('`%s`: parentheses end an optional chain', (before, value, after) => {
  expect(awaitIn(before, value)).toBe(after);
});

test.each([
  ['f(p as A);', 'p as A', 'f(await (p as A));'],
  ['f(p satisfies A);', 'p satisfies A', 'f(await (p satisfies A));'],
  ['(p as A);', '(p as A)', 'await (p as A);'],
  ['(p as A).x;', '(p as A)', '(await (p as A)).x;'],
  ['return(p as A);', '(p as A)', 'return await (p as A);'],
  ['f(<A>p);', '<A>p', 'f(await <A>p);'],
  ['(<A>p).x;', '(<A>p)', '(await <A>p).x;'],
  ['p!;', 'p!', 'await p!;'],
  ['f(p!);', 'p!', 'f((await p)!);'],
  ['f((p)!);', '(p)!', 'f((await p)!);'],
  ['f(((p)));', '((p))', 'f(((await p)));'],
  ['/* why */ p; // too', 'p', '/* why */ await p; // too'],
  ['return /* why */ p;', 'p', 'return /* why */ await p;'],
  ['/** @type {A} */ (p);', '(p)', '/** @type {A} */ (await p);'],
])('`%s`: %s is awaited where that keeps what is said of it', (before, value, after) => {
  expect(awaitIn(before, value)).toBe(after);
});

test.each([
  ['/** @type {A} */ (p);', 'await /** @type {A} */ (p);'],
  ['return /** @type {A} */ (p);', 'return await /** @type {A} */ (p);'],
  ['f(/** @satisfies {A} */ (p));', 'f(await /** @satisfies {A} */ (p));'],
  ['/** Saves it. */ (p);', '/** Saves it. */ (await p);'],
  ['(/** @type {A} */ (p)).x;', '(await /** @type {A} */ (p)).x;'],
])('`%s` in JavaScript: an assertion stays with its parentheses', (before, after) => {
  expect(awaitIn(before, '(p)', 'js')).toBe(after);
});

test.each([
  ['a()\np.x', 'a()\n;(await p).x'],
  ['const a = b\np.x', 'const a = b\n;(await p).x'],
  ['if (a) b()\np.x', 'if (a) b()\n;(await p).x'],
  ['if (a) b = {}\np.x', 'if (a) b = {}\n;(await p).x'],
  ['switch (a) { case 1: b()\np.x }', 'switch (a) { case 1: b()\n;(await p).x }'],
  ['a();\np.x', 'a();\n(await p).x'],
  ['{ a() }\np.x', '{ a() }\n(await p).x'],
  ['if (a) { b() }\np.x', 'if (a) { b() }\n(await p).x'],
  ['function a() {}\np.x', 'function a() {}\n(await p).x'],
  ['switch (a) {}\np.x', 'switch (a) {}\n(await p).x'],
  ['a()\nif (b)\np.x', 'a()\nif (b)\n(await p).x'],
  ['a()\nfor (;;)\np.x', 'a()\nfor (;;)\n(await p).x'],
  ['a()\nif (b) c; else\np.x', 'a()\nif (b) c; else\n(await p).x'],
  ['p.x', '(await p).x'],
  ['a()\np', 'a()\nawait p'],
  ['const a = b\np', 'const a = b\nawait p'],
  ['a()\nf(p.x)', 'a()\nf((await p).x)'],
  ['a()\n`${p.x}`', 'a()\n`${(await p).x}`'],
])('%j: parentheses that begin a statement are kept apart from the one before', (before, after) => {
  expect(awaitIn(before)).toBe(after);
  expect(shapeOf(after)).toBe(shapeOf(before));
});

/** Set it to the number that a failure names, to see the same statements again. */
const seed = Number(process.env['PERSISTENCE_SEED'] ?? Math.floor(Math.random() * 1_000_000));

test(`in places within places, \`await\` is the promise's alone, and all around it is what it was (PERSISTENCE_SEED=${seed})`, () => {
  const random = createRandom(seed);
  let tried = 0;
  while (tried < 3000) {
    const before = nest(random);
    const shape = shapeOf(before);
    if (!shape.startsWith('0 ') || isWritten(before) || isInArrow(before)) continue; // places that cannot stand in each other
    tried += 1;
    const after = awaitIn(before);
    expect(shapeOf(after), before).toBe(shape);
    expect(awaitedIn(after), before).toEqual(['p']);
  }
});

/** A statement with `p` in places that stand in each other, behind another one, with semicolons or without. */
function nest(random: Random): string {
  const places = [...inParentheses, ...bare].map(([before]) => before);
  const pick = (texts: readonly string[]): string => texts[random(texts.length)] ?? 'p';
  const expressions = places
    .filter(place => /^[^;{}]*;$/.test(place) && !/^(?:const|return|throw|using|yield) /.test(place))
    .map(place => place.slice(0, -1));
  let inner = pick([...places, 'p;']);
  for (let depth = random(4); depth > 0; depth -= 1) {
    const expression = pick(expressions);
    inner = inner.replace(/\bp\b/, () =>
      random(2) === 0 || expression.includes(', ') ? `(${expression})` : expression,
    );
  }
  const isTerse = random(2) === 0;
  const statement = isTerse ? inner.replace(/;$/, '') : inner;
  const before = pick([
    '',
    'a()',
    'const a = b',
    'b = {}',
    'if (a) b()',
    'if (a) {}',
    'do a(); while (b)',
    'label: a()',
    'throw a',
    'type A = typeof a',
    'class A {}',
    'const a = class {}',
    'a => a',
    '`a`',
  ]);
  const around = pick(['', '', '', 'if (a)\n', 'for (;;)\n', 'if (a) b; else\n', 'label:\n']);
  return `${before}${before !== '' && !isTerse ? ';' : ''}\n${around}${statement}`;
}

/** Whether statements write `p` itself, which no result can be. */
function isWritten(statements: string): boolean {
  let node: ts.Node = findExpression(createUnit(`async function* around() {\n${statements}\n}`, 'ts').sourceFile, 'p');
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (ts.isPostfixUnaryExpression(parent) || ts.isDeleteExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  );
}

/** Whether `p` became a part of the arrow function before it, which is not async: `a => a` and `({ p })` on the next line. */
function isInArrow(statements: string): boolean {
  let node: ts.Node = findExpression(createUnit(`async function* around() {\n${statements}\n}`, 'ts').sourceFile, 'p');
  while (!ts.isFunctionLike(node)) node = node.parent;
  return ts.isArrowFunction(node);
}

/** What is awaited in some statements. */
function awaitedIn(statements: string): readonly string[] {
  const found: string[] = [];
  visit(createUnit(`async function* around() {\n${statements}\n}`, 'ts').sourceFile);
  return found.filter(text => text === 'p');

  function visit(node: ts.Node): void {
    if (ts.isAwaitExpression(node)) found.push(node.expression.getText());
    ts.forEachChild(node, visit);
  }
}

/** Awaits the expression that reads `value`, the outermost one, in statements of an async generator. */
function awaitIn(statements: string, value = 'p', extension = 'ts'): string {
  const before = 'async function* around() {\n';
  const unit = createUnit(`${before}${statements}\n}`, extension);
  const { sourceFile } = unit;
  const edits = awaitEdits(findExpression(sourceFile, value), unit);
  expect(edits.map(({ start }) => start)).toEqual(
    [...new Set(edits.map(({ start }) => start))].toSorted((a, b) => a - b),
  );
  const text = edits
    .toReversed()
    .reduce(
      (current, { end, start, text: inserted }) => current.slice(0, start) + inserted + current.slice(end),
      sourceFile.text,
    );
  return text.slice(before.length, -2);
}

function findExpression(sourceFile: ts.SourceFile, value: string): ts.Expression {
  let found: ts.Expression | undefined;
  visit(sourceFile);
  if (!found) throw new Error(`there is no ${value}`);
  return found;

  function visit(node: ts.Node): void {
    if (
      !found &&
      ts.isExpression(node) &&
      node.getText(sourceFile) === value &&
      !ts.isExpressionWithTypeArguments(node)
    )
      found = node;
    else ts.forEachChild(node, visit);
  }
}

/** The tree of some statements as text, without parentheses and, if not said otherwise, without `await`; different for texts that cannot be parsed. */
function shapeOf(statements: string, awaits: 'withAwait' | 'without' = 'without'): string {
  const { sourceFile } = createUnit(`async function* around() {\n${statements}\n}`, 'ts');
  const { parseDiagnostics } = sourceFile as unknown as { readonly parseDiagnostics: readonly unknown[] };
  return `${parseDiagnostics.length} ${shape(sourceFile)}`;

  function shape(node: ts.Node): string {
    if (ts.isParenthesizedExpression(node) || (ts.isAwaitExpression(node) && awaits === 'without'))
      return shape(node.expression);
    if (ts.isEmptyStatement(node)) return '';
    const children: string[] = [];
    ts.forEachChild(node, child => {
      children.push(shape(child));
    });
    return children.length > 0 ? `(${ts.SyntaxKind[node.kind]} ${children.join(' ')})` : node.getText(sourceFile);
  }
}

function createUnit(text: string, extension: string): FileUnit {
  const fileName = `in-memory.${extension}`;
  const sourceFile = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  return { ...surroundings, sourceFile };
}
