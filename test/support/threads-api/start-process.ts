import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { patience } from '../patience.js';
import { endWithParent } from './end-with-parent.js';

/** A Node.js program that runs, and has said that it is ready. */
export interface StartedProcess {
  /** What the first group of `ready` matched. */
  readonly announced: string;
  /** Everything the program has printed so far. */
  readonly output: () => string;
  /** Resolves as soon as what the program has printed passes `test`. */
  readonly untilOutput: (test: (output: string) => boolean) => Promise<void>;
  /** Ends the program, and resolves when it has ended. */
  readonly stop: () => Promise<void>;
}

export interface ProcessOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Matches what the program prints when it is ready. */
  readonly ready: RegExp;
}

/** Starts a Node.js program as a child process, and resolves when it says that it is ready. */
export async function startProcess({ args, env, ready }: ProcessOptions): Promise<StartedProcess> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  endWithParent(child);

  let output = '';
  const prints = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      prints.emit('print');
    });
  }

  async function untilOutput(test: (output: string) => boolean): Promise<void> {
    const signal = AbortSignal.timeout(patience);
    while (!test(output)) {
      const printed = once(prints, 'print', { signal }).then(
        () => 'printed',
        () => 'is silent',
      );
      const event = await Promise.race([printed, closed.then(() => 'ended')]);
      if (event !== 'printed') throw new Error(`${args.join(' ')} ${event}. It printed:\n${output}`);
    }
  }

  async function stop(): Promise<void> {
    child.kill();
    const lastResort = setTimeout(() => child.kill('SIGKILL'), patience);
    await closed;
    clearTimeout(lastResort);
  }

  try {
    await untilOutput(printed => ready.test(printed));
  } catch (error) {
    await stop();
    throw error;
  }
  return { announced: ready.exec(output)?.[1] ?? '', output: () => output, untilOutput, stop };
}
