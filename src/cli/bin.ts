#!/usr/bin/env node
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import { runCli } from './run-cli.js';
import type { Terminal } from './terminal.js';

const { env, stderr, stdin, stdout } = process;

// Whoever reads may stop early, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const terminal: Terminal = {
  cwd: process.cwd(),
  out: text => stdout.write(text),
  error: text => stderr.write(text),
  display: {
    width: stdout.isTTY ? stdout.columns : undefined,
    style: (name, text) => (isColourful() ? styleText(name, text, { validateStream: false }) : text),
  },
  ...(stderr.isTTY && env['TERM'] !== 'dumb' && { showStatus }),
  ...(stdin.isTTY && stdout.isTTY && { ask }),
};

process.exitCode = await runCli(process.argv.slice(2), terminal);

function isColourful(): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  return forced === undefined ? stdout.isTTY : forced !== '0' && forced !== 'false';
}

function showStatus(line: string): void {
  stderr.write(`\r\u001B[K${line.slice(0, Math.max(0, stderr.columns - 1))}`);
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
