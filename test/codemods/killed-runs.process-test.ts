import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate as immediate, setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fix, type FixOptions } from '../../src/codemods/index.js';
import { createProject } from '../support/create-project.js';
import { createRandom, type Random } from '../support/create-random.js';
import { root } from '../support/paths.js';

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES5', 'ES2015.Promise'],
  module: 'NodeNext',
  types: [],
  strict: true,
};
const repository =
  'export interface ThreadRepository { save(): Promise<void> }\nexport declare const threads: ThreadRepository;\n';
const config = JSON.stringify({ compilerOptions, include: ['./*.ts'] });

/** Set it to the number that a failure names, to kill at the same moments again. */
const seed = Number(process.env['PERSISTENCE_SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** What is repaired, again and again: files by their path, as they are and as they are to be. */
interface Victim {
  readonly options: FixOptions;
  readonly unchanged: Files;
  readonly old: Files;
  readonly repaired: Files;
}

type Files = Readonly<Record<string, string>>;

/** Many files that each are a repair of their own, in some projects that run beside each other. */
function createSeparate(...projects: readonly string[]): Victim {
  return {
    options: { projects, concurrency: projects.length },
    unchanged: Object.fromEntries(
      projects.flatMap(folder => [
        [`${folder}/tsconfig.json`, config],
        [`${folder}/repository.ts`, repository],
      ]),
    ),
    ...filesOf(
      index => `${projects[index % projects.length] ?? ''}/file-${index}.ts`,
      100,
      () => [
        "import { threads } from './repository.js';\nexport async function save(): Promise<void> { threads.save(); }\n",
        "import { threads } from './repository.js';\nexport async function save(): Promise<void> { await threads.save(); }\n",
      ],
    ),
  };
}

/** Many files that are one repair together, since the functions of one call those of the one before. Half of it says nothing of the other half. */
const together: Victim = {
  options: { projects: ['one'], makeAsync: true, includePublic: true },
  unchanged: { 'one/tsconfig.json': config, 'one/repository.ts': repository },
  ...filesOf(
    index => `one/file-${index}.ts`,
    40,
    index =>
      index === 0
        ? [
            "import { threads } from './repository.js';\nexport function save0(): number { threads.save(); return 1; }\n",
            "import { threads } from './repository.js';\nexport async function save0(): Promise<number> { await threads.save(); return 1; }\n",
          ]
        : [
            `import { save${index - 1} } from './file-${index - 1}.js';\nexport function save${index}(): number { return save${index - 1}() * 2; }\n`,
            `import { save${index - 1} } from './file-${index - 1}.js';\nexport async function save${index}(): Promise<number> { return await save${index - 1}() * 2; }\n`,
          ],
  ),
};

test.each([
  ['50 times, in one project', createSeparate('one'), 50],
  ['4 times, in projects beside each other', createSeparate('one', 'two'), 4],
  ['12 times, in files that belong together', together, 12],
])(
  `a run that is killed leaves each file old or new, and the next one ends as if it had not been: %s (PERSISTENCE_SEED=${seed})`,
  async (_, victim, kills) => {
    const random = createRandom(seed);
    const cwd = createProject({ 'package.json': '{ "name": "killed", "type": "module" }', ...victim.unchanged });
    const options = { ...victim.options, cwd, write: true };
    const seen = { untouched: 0, partly: 0, done: 0, withLeftovers: 0 };
    let next = startChild();
    for (let kill = 0; kill < kills; kill += 1) {
      for (const [path, text] of Object.entries(victim.old)) writeFileSync(resolve(cwd, path), text);
      const child = await next;
      next = startChild();
      await (kill % 2 === 0 ? killAtRandom(child, options, random) : killWhileItWrites(child, options, victim, random));

      const texts = readAll(cwd, victim);
      for (const [path, text] of Object.entries(texts))
        expect([victim.old[path], victim.repaired[path]]).toContain(text);
      const written = Object.entries(texts).filter(([path, text]) => text === victim.repaired[path]).length;
      seen[written === 0 ? 'untouched' : written < Object.keys(texts).length ? 'partly' : 'done'] += 1;
      if (listLeftovers(cwd).length > 0) seen.withLeftovers += 1;

      await fix({ ...options, concurrency: 1 });
      expect(listLeftovers(cwd)).toEqual([]);
      expect(readAll(cwd, victim)).toEqual(victim.repaired);
    }
    (await next).kill('SIGKILL');
    console.log(`PERSISTENCE_SEED=${seed}: ${JSON.stringify(seen)}`);
    expect(seen.partly).toBeGreaterThan(0);
  },
);

function filesOf(
  pathOf: (index: number) => string,
  count: number,
  textsOf: (index: number) => readonly [old: string, repaired: string],
): Pick<Victim, 'old' | 'repaired'> {
  const files = Array.from({ length: count }, (_, index) => ({ path: pathOf(index), texts: textsOf(index) }));
  return {
    old: Object.fromEntries(files.map(({ path, texts: [text] }) => [path, text])),
    repaired: Object.fromEntries(files.map(({ path, texts: [, text] }) => [path, text])),
  };
}

/** A process that has loaded the codemod and waits. */
async function startChild(): Promise<ChildProcess> {
  const child = fork(resolve(root, 'test/support/run-when-told.mjs'));
  await once(child, 'message');
  return child;
}

/** Lets a process repair the project and kills it at any moment. */
async function killAtRandom(child: ChildProcess, options: FixOptions, random: Random): Promise<void> {
  const ended = once(child, 'exit');
  child.send(options);
  await wait(random(600));
  child.kill('SIGKILL');
  await ended;
}

/** Lets a process repair the project and kills it as soon as some file is new. */
async function killWhileItWrites(
  child: ChildProcess,
  options: FixOptions & { readonly cwd: string },
  { old }: Victim,
  random: Random,
): Promise<void> {
  const ended = once(child, 'exit');
  child.send(options);
  const [path, text] = Object.entries(old)[random(Object.keys(old).length)] ?? ['', ''];
  while (child.exitCode === null && readFileSync(resolve(options.cwd, path), 'utf8') === text) await immediate();
  child.kill('SIGKILL');
  await ended;
}

function readAll(cwd: string, { old }: Victim): Files {
  return Object.fromEntries(Object.keys(old).map(path => [path, readFileSync(resolve(cwd, path), 'utf8')]));
}

function listLeftovers(cwd: string): readonly string[] {
  return readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.persistence-tmp'));
}
