import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fix } from '../../src/codemods/index.js';
import { createProject } from '../support/create-project.js';
import { createRandom, type Random } from '../support/create-random.js';
import { root } from '../support/paths.js';

const kills = 50;
const names = Array.from({ length: 100 }, (_, index) => `file-${index}.ts`);
const compilerOptions = { target: 'ES2022', lib: ['ES5', 'ES2015.Promise'], module: 'NodeNext', types: [], strict: true };
const repository = `export interface ThreadRepository { save(): Promise<void> }
export declare const threads: ThreadRepository;
`;
const old = "import { threads } from './repository.js';\nexport async function save(): Promise<void> { threads.save(); }\n";
const repaired = old.replace('threads.save', 'await threads.save');

/** Set it to the number that a failure names, to kill at the same moments again. */
const seed = Number(process.env['PERSISTENCE_SEED'] ?? Math.floor(Math.random() * 1_000_000));

test(`a run that is killed leaves each file old or new, and the next one ends as if it had not been (PERSISTENCE_SEED=${seed})`, { timeout: 300_000 }, async () => {
  const random = createRandom(seed);
  const cwd = createProject({ 'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }), 'src/repository.ts': repository });
  const seen = { untouched: 0, partly: 0, done: 0, withLeftovers: 0 };
  let next = startChild();
  for (let kill = 0; kill < kills; kill += 1) {
    for (const name of names) writeFileSync(resolve(cwd, 'src', name), old);
    const child = await next;
    next = startChild();
    await killAtRandom(child, cwd, random);

    const texts = readAll(cwd);
    expect(texts.filter(text => text !== old && text !== repaired)).toEqual([]);
    const written = texts.filter(text => text === repaired).length;
    seen[written === 0 ? 'untouched' : written < names.length ? 'partly' : 'done'] += 1;
    if (listLeftovers(cwd).length > 0) seen.withLeftovers += 1;

    await fix({ cwd, write: true });
    expect(listLeftovers(cwd)).toEqual([]);
    expect(readAll(cwd).filter(text => text !== repaired)).toEqual([]);
  }
  (await next).kill('SIGKILL');
  console.log(`PERSISTENCE_SEED=${seed}: ${JSON.stringify(seen)}`);
  expect(seen.partly).toBeGreaterThan(0);
});

/** A process that has loaded the codemod and waits. */
async function startChild(): Promise<ChildProcess> {
  const child = fork(resolve(root, 'test/support/run-when-told.mjs'));
  await once(child, 'message');
  return child;
}

/** Lets a process repair the project and kills it: every other time at any moment, else while it writes. */
async function killAtRandom(child: ChildProcess, cwd: string, random: Random): Promise<void> {
  const ended = once(child, 'exit');
  child.send(cwd);
  if (random(2) === 0) {
    await wait(random(600));
  } else {
    const file = resolve(cwd, 'src', names[random(names.length)] ?? '');
    while (child.exitCode === null && readFileSync(file, 'utf8') === old) await wait(1);
  }
  child.kill('SIGKILL');
  await ended;
}

function readAll(cwd: string): readonly string[] {
  return names.map(name => readFileSync(resolve(cwd, 'src', name), 'utf8'));
}

function listLeftovers(cwd: string): readonly string[] {
  return readdirSync(resolve(cwd, 'src')).filter(name => name.endsWith('.persistence-tmp'));
}
