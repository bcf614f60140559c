import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import type { ExitCode } from './exit-code.js';
import type { Guard } from './guard-process.js';
import { rememberNotices } from './remember-notices.js';
import { runCli } from './run-cli.js';
import type { Terminal } from './terminal.js';

const { env, stderr, stdin, stdout } = process;

/** Runs the command line that this process was started with, in the terminal that it was started in. */
export async function runInTerminal({ fail }: Pick<Guard, 'fail'>): Promise<ExitCode> {
  stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') fail(`Standard output cannot be written to (${code}).`, 2); // the reader may stop early, as `head` does
  });
  return await runCli(process.argv.slice(2), createTerminal());
}

function createTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    out: text => stdout.write(text),
    error: text => stderr.write(text),
    display: {
      width: stdout.isTTY ? stdout.columns : undefined,
      style: (name, text) => (isColorful() ? styleText(name, text, { validateStream: false }) : text),
    },
    ...(stderr.isTTY && env['TERM'] !== 'dumb' && { showStatus }),
    ...(stderr.isTTY && { isNews: rememberNotices(process.cwd()) }),
    ...(stdin.isTTY && stdout.isTTY && { ask }),
    execute,
  };
}

function isColorful(): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  return forced === undefined ? stdout.isTTY : forced !== '0' && forced !== 'false';
}

function showStatus(line: string): void {
  stderr.write(`\r\u001B[K${line.slice(0, Math.max(0, stderr.columns - 1))}`);
}

async function execute([command = '', ...words]: readonly string[], folder: string): Promise<number> {
  // Windows starts package managers, which are scripts there, only by a shell.
  const child = spawn(command, words, { cwd: folder, stdio: ['inherit', 2, 2], shell: process.platform === 'win32' });
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : 1));
  const failed = once(child, 'error').then(() => 1);
  return await Promise.race([ended, failed]);
}

async function ask(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: stdin, output: stdout });
  const closed = once(lines, 'close').then(() => undefined);
  const answered = new Promise<string>(resolve => {
    lines.question(question, resolve);
  });
  const answer = await Promise.race([answered, closed]);
  lines.close();
  return answer;
}
