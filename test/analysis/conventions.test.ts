import { expect, test } from 'vitest';
import { checksOfPreset } from '../../src/analysis/configuration/checks.js';
import { parseSettings, type PersistenceSettings } from '../../src/analysis/configuration/settings.js';
import { conventions, type ConventionName } from '../../src/catalogue/conventions.js';
import { analyseText } from '../support/analyse-fixture.js';

const head = `
  import type { Repository } from 'typeorm';
  import { readFileSync } from 'node:fs';
  declare const threads: Repository<object>;
  declare const anything: any;
`;

/** What a program says with a name that is not common, and with that name in the list: kind, or operation, and what is done about it. */
const cases: readonly (readonly [ConventionName, name: string, code: string, before: string, after: string])[] = [
  [
    'callbacks',
    'fin',
    `export async function work(fin: any): Promise<void> { threads.insert({}, fin); }`,
    'floating fix',
    'handledNotAwaited suggestion',
  ],
  [
    'pauses',
    'doze',
    `declare function doze(ms: number): Promise<void>;
     async function retry(): Promise<void> { for (let i = 0; i < 3; i++) { await threads.save({}); await doze(60_000); } }
     export async function work(): Promise<void> { retry(); }`,
    'floating fix',
    'floating suggestion',
  ],
  [
    'works',
    'spin',
    `async function loop(): Promise<void> { for (;;) await threads.save({}); }
     export async function spinUp(): Promise<void> { loop(); }`,
    'floating manual',
    '',
  ],
  [
    'hookStarts',
    'upon',
    `async function loop(): Promise<void> { for (;;) await threads.save({}); }
     export async function uponInit(): Promise<void> { loop(); }`,
    'floating manual',
    '',
  ],
  [
    'hookEnds',
    'Wakeup',
    `async function loop(): Promise<void> { for (;;) await threads.save({}); }
     export async function onWakeup(): Promise<void> { loop(); }`,
    'floating manual',
    '',
  ],
  [
    'listening',
    'hear',
    `declare const bus: { hear(): AsyncIterable<object> };
     async function store(): Promise<void> { for await (const message of bus.hear()) await threads.save(message); }
     export async function work(): Promise<void> { store(); }`,
    'floating fix',
    'floating manual',
  ],
  [
    'goingOn',
    'orbit',
    `declare const bot: { orbit(): Promise<void> };
     async function begin(): Promise<void> { await threads.save({}); await bot.orbit(); }
     export async function work(): Promise<void> { begin(); }`,
    'floating fix',
    'floating suggestion',
  ],
  [
    'starts',
    'warmUp',
    `export async function warmUp(): Promise<void> { readFileSync('a'); }`,
    'blockingCall suggestion',
    '',
  ],
  [
    'testWords',
    'memory', // the file is `in-memory.ts`
    `export async function work(): Promise<void> { readFileSync('a'); }`,
    'blockingCall suggestion',
    '',
  ],
  [
    'testFolders',
    'fixtures',
    `export async function work(): Promise<void> { readFileSync('a'); }`,
    'blockingCall suggestion',
    '',
  ],
  [
    'writes',
    'stamp',
    `class PostRepository { async stamp(): Promise<void> {} } declare const posts: PostRepository;
     export async function work(): Promise<void> { posts.stamp(); }`,
    'floating fix unknown',
    'floating fix write',
  ],
  [
    'reads',
    'peek',
    `class PostRepository { async peek(): Promise<void> {} } declare const posts: PostRepository;
     export async function work(): Promise<void> { posts.peek(); }`,
    'floating fix unknown',
    'floating fix read',
  ],
];

test.each(cases)('settings add to the names of `%s`: %s', (list, name, code, before, after) => {
  const isWorded = list === 'reads' || list === 'writes';
  const say = (settings: PersistenceSettings): string =>
    analyseText(head + code, { settings, checks: checksOfPreset('strict') })
      .findings.map(({ kind, origin, remedy }) =>
        [kind, remedy.type, ...(isWorded ? [origin.operation] : [])].join(' '),
      )
      .join('; ');
  expect(say({})).toBe(before);
  expect(say({ conventions: { [list]: [name] } })).toBe(after);
});

test.each(Object.keys(conventions))('%s holds names, each once, and what they are names of', list => {
  const { names, what } = conventions[list as ConventionName]; // Object.keys widens to string
  expect(names.length).toBeGreaterThan(0);
  expect(new Set<string>(names).size).toBe(names.length);
  expect(what).toMatch(/^[a-z].*[^.]$/);
});

test('an unknown list is refused by name', () => {
  const parsed = parseSettings({ conventions: { pause: ['doze'] } });
  expect(parsed.ok ? [] : parsed.problems).toEqual([
    expect.stringContaining('settings.persistence.conventions.pause is unknown. The keys are callbacks, goingOn, '),
  ]);
});
