import { Lexer, Parser, type Token, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/reporters/render-markdown.js';
import { createReport, everyOutcome, nasty } from '../support/create-report.js';

test('is the report somebody would write', () => {
  const report = createReport('dryRun', { 'src/threads.ts': everyOutcome.slice(0, 3) }, [
    { path: 'src/latin.ts', cause: 'unreadable', reason: 'the file is not UTF-8' },
  ]);
  expect(renderMarkdown(report)).toMatchInlineSnapshot(`
    "# Lost persistence calls

    3 lost persistence calls in 1 file of 4: 1 can be fixed, 1 with a suggestion to review, 1 to fix manually.

    1 file could not be read completely.

    7 candidate calls checked. 3 calls could not be judged: 1 because an import was not found (are the dependencies installed?), 2 because a type is \`any\`.

    Nothing was written. Apply the edits with --write.

    \`fix --unsafe\` also applies suggestions.

    ## Findings

    | File | Method | Issue | Fix |
    | --- | --- | --- | --- |
    | \`src/threads.ts:12\` | \`Threads.create\` | [Floating persistence call][floating]: \`repo.save()\` | fixable: \`await\` |
    | \`src/threads.ts:12\` | \`Threads.create\` | [Floating persistence call][floating]: \`repo.save()\` | suggestion: \`await\` |
    | \`src/threads.ts:12\` | \`Threads.create\` | [Floating persistence call][floating]: \`repo.save()\` | manual |

    ## Before and after

    ### \`src/threads.ts\`

    Line 12: \`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise.

    \`\`\`diff
    -    repo.save(x);
    +    await repo.save(x);
    \`\`\`

    Line 12: \`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise.

    \`\`\`diff
    -    repo.save(x);
    +    await repo.save(x);
    \`\`\`

    ## What is left, and why

    - \`src/threads.ts:12\`, suggestion: Suggestion only: all calls run at the same time.
    - \`src/threads.ts:12\`, manual: \`repo.save()\` is not awaited: \`Threads.create\` returns before the write completes, and its failure goes unhandled. Await it, or return its promise. A constructor cannot wait.

      \`\`\`ts
          repo.save(x);
      \`\`\`

    - \`src/latin.ts\`, unreadable: The file is not UTF-8.

    [floating]: https://app.unpkg.com/eslint-plugin-persistence@0.0.0/files/docs/rules/no-unawaited-calls.md#floating
    "
  `);
});

test('has no empty part where nothing was found', () => {
  expect(renderMarkdown(createReport('scan', {}))).toMatchInlineSnapshot(`
    "# Lost persistence calls

    No lost persistence call in 3 files.

    7 candidate calls checked. 3 calls could not be judged: 1 because an import was not found (are the dependencies installed?), 2 because a type is \`any\`.
    "
  `);
});

test('says what became of every finding, and why the rest is left', () => {
  const report = createReport('write', { 'a.ts': everyOutcome });
  expect(cellsOf(renderMarkdown(report)).map(([, , , fix]) => fix)).toEqual([
    'fixed: await',
    'suggestion: await',
    'manual',
    'rolled back: await',
    'opted out: await',
  ]);
  const [left] = tokensOf(renderMarkdown(report), 'list');
  expect(left?.items.map(item => textOf(item).split('\n')[0])).toEqual([
    'a.ts:12, suggestion: Suggestion only: all calls run at the same time.',
    'a.ts:12, manual: repo.save() is not awaited: Threads.create returns before the write completes, and its failure goes unhandled. Await it, or return its promise. A constructor cannot wait.',
    "a.ts:12, rolled back: The edited file no longer type-checks: Type 'A | B' is not assignable to type '${string}'.",
    'a.ts:12, opted out: A comment disables the rule here.',
  ]);
});

test('shows the texts that the edits put in', () => {
  const edits = [
    { start: 1, end: 8, text: 'for (const one of many) ' },
    { start: 20, end: 20, text: '\n  await ' },
    { start: 30, end: 31, text: '' },
  ];
  expect(cellsOf(renderMarkdown(createReport('scan', { 'a.ts': [{ edits }] })))[0]?.[3]).toBe(
    'fixable: for (const one of many) … await',
  );
});

test('shows the changed lines between those that stay', () => {
  const finding = { before: 'one(\r\n  two,\r\n)', after: 'await one(\r\n  two,\r\n)' };
  const [block] = tokensOf(renderMarkdown(createReport('scan', { 'a.ts': [finding] })), 'code');
  expect(block).toMatchObject({ lang: 'diff', text: '-one(\n+await one(\n   two,\n )' });
});

test.each(nasty)('a table keeps its columns, and shows what it is given, with %j in every cell', text => {
  const line = text.replace(/\s*[\n\r\u2028\u2029]+\s*/g, ' ');
  const path = `src/${text}`;
  const [cells, ...others] = cellsOf(
    renderMarkdown(
      createReport('scan', {
        [path]: [{ function: text, call: text, title: text, edits: [{ start: 0, end: 0, text: `x${text}x` }] }],
      }),
    ),
  );
  expect(others).toEqual([]);
  expect(cells?.[0]).toBe(`src/${line}:12`);
  expect(cells?.[1]).toBe(line);
  expect(cells?.[3]).toBe(`fixable: x${line}x`);
  expect(cells).toHaveLength(4);
});

test.each(nasty)('code that holds %j ends no block, and stays as it is', text => {
  const before = `const a = 1;\n${text}\n\`\`\``;
  const manual = { before, after: before, edits: [], outcome: 'manual', reason: text } as const;
  const markdown = renderMarkdown(createReport('scan', { 'a.ts': [{ before, after: `${before}\nb` }, manual] }));
  const [change] = tokensOf(markdown, 'code');
  const [left] = tokensOf(markdown, 'list');
  const lines = before.split(/\r\n|[\n\r\u2028\u2029]/);
  expect(change?.text.split('\n').map(line => line.slice(1))).toEqual([...lines, 'b']);
  expect(left?.items).toHaveLength(1);
  expect(tokensOf(left?.items[0]?.tokens ?? [], 'code').map(code => code.text)).toEqual([lines.join('\n')]);
});

test.each(nasty)('prose is shown as it is, with %j in a message and a reason', text => {
  const line = ` ${text.replaceAll('`', "'")} `.replace(/\s*[\n\r\u2028\u2029]+\s*/g, ' ');
  const finding = {
    message: `Not${line}awaited: \`call()\`.`,
    reason: `it${line}is so`,
    edits: [],
    outcome: 'manual',
  } as const;
  const [left] = tokensOf(renderMarkdown(createReport('scan', { 'a.ts': [finding] })), 'list');
  expect(textOf(left?.items[0]).split('\n')[0]?.replace(/ +/g, ' ')).toBe(
    `a.ts:12, manual: Not${line}awaited: call(). It${line}is so.`.replace(/ +/g, ' '),
  );
});

test('a tagged template is one code span', () => {
  const markdown = renderMarkdown(
    createReport('scan', { 'a.ts': [{ message: '`sql`…`` is not awaited by `save`.' }] }),
  );
  expect(markdown).toContain('Line 12: `` sql`…` `` is not awaited by `save`.');
});

/** The cells of the table's body, as a reader sees them. */
function cellsOf(markdown: string): readonly (readonly string[])[] {
  const tables = tokensOf(markdown, 'table');
  expect(tables).toHaveLength(1);
  expect(tables[0]?.header.map(cell => cell.text)).toEqual(['File', 'Method', 'Issue', 'Fix']);
  return tables[0]?.rows.map(row => row.map(cell => toText(Parser.parseInline(cell.tokens)))) ?? [];
}

interface TokenOf {
  readonly code: Tokens.Code;
  readonly list: Tokens.List;
  readonly table: Tokens.Table;
}

function tokensOf<Type extends keyof TokenOf>(
  markdown: string | readonly Token[],
  type: Type,
): readonly TokenOf[Type][] {
  const tokens = typeof markdown === 'string' ? Lexer.lex(markdown) : markdown;
  return tokens.filter(token => token.type === type) as readonly Token[] as readonly TokenOf[Type][]; // the type names the token
}

/** What a reader sees of a list's item. */
function textOf(item: Tokens.ListItem | undefined): string {
  return toText(Parser.parse(item?.tokens ?? []));
}

/** HTML without its markup and character references. */
function toText(html: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
      code === undefined ? (named[name] ?? '') : String.fromCodePoint(Number(code)),
    );
}
