import { join } from 'node:path';
import { runProgram } from './run-program.js';
import { startProcess } from './start-process.js';

/** The threads service, answering on a loopback port. */
export interface RunningService {
  readonly url: string;
  /** Everything the service has printed so far. */
  readonly log: () => string;
  /** Resolves as soon as the service's log passes `test`. */
  readonly untilLog: (test: (log: string) => boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** How a service is started once it is compiled. */
export interface ServiceStart {
  /** The script, relative to the folder of the service. */
  readonly entry: string;
  /** What tells it where its database is. */
  readonly env: Readonly<Record<string, string>>;
}

/** Compiles the service in `directory`, and starts it on a free port. */
export async function startService(directory: string, { entry, env }: ServiceStart): Promise<RunningService> {
  await compile(directory);
  const service = await startProcess({
    args: [join(directory, entry)],
    env: { HOST: '127.0.0.1', PORT: '0', ...env },
    ready: /^listening on (\S+)\n/m,
  });
  return {
    url: service.announced,
    log: () => service.output(),
    untilLog: test => service.untilOutput(test),
    stop: () => service.stop(),
  };
}

async function compile(directory: string): Promise<void> {
  const { exitCode, stdout, stderr } = await runProgram('node_modules/typescript/bin/tsc', '-p', directory);
  if (exitCode !== 0) throw new Error(`The service in ${directory} does not compile:\n${stdout}${stderr}`);
}
