import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { patience } from '../patience.js';

/** A program in a process of its own. */
export interface RunningProgram {
  /** `done` where it has ended as it should, else how it ended, and what it wrote to standard error. */
  readonly ended: Promise<string>;
  /** Whether it waits for what it holds itself, as it said last, or as others see it. */
  readonly isStuck: () => boolean | Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** Starts the compiled module of a program. */
export function startProgram(module: string, env: Readonly<Record<string, string>>): RunningProgram {
  const runner = resolve(import.meta.dirname, 'run-program.mjs');
  const child = fork(runner, [module], {
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  let said: unknown;
  child.on('message', message => {
    said = message;
  });
  const closed = once(child, 'close');
  return { ended: findEnd(), isStuck: () => said === 'stuck', stop };

  async function findEnd(): Promise<string> {
    const [errors] = await Promise.all([child.stderr ? text(child.stderr) : '', closed]);
    return said === 'done'
      ? said
      : `ended by ${child.signalCode ?? `exit code ${child.exitCode ?? 'unknown'}`}\n${errors}`;
  }

  async function stop(): Promise<void> {
    child.kill('SIGKILL');
    await closed;
  }
}
