import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { endWithParent } from './end-with-parent.js';
import { root } from '../paths.js';

export interface ProgramResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Node.js program of the project to its end. @example runProgram('dist/cli/bin.js', 'scan') */
export async function runProgram(...args: readonly string[]): Promise<ProgramResult> {
  return runProgramIn(root, ...args);
}

/** The same in a folder of its own; the program's path still starts at the project. */
export async function runProgramIn(cwd: string, program = '', ...args: readonly string[]): Promise<ProgramResult> {
  const child = spawn(process.execPath, [resolve(root, program), ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  endWithParent(child);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { exitCode: child.exitCode, stdout, stderr };
}
