#!/usr/bin/env node
import { styleText } from 'node:util';
import { runCli } from './run-cli.js';

const { env, stderr, stdout } = process;
const isColourful = stdout.isTTY && (env['NO_COLOR'] ?? '') === '';

// Whoever reads may stop early, as `head` does.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  out: text => stdout.write(text),
  error: text => stderr.write(text),
  display: {
    width: stdout.isTTY ? stdout.columns : undefined,
    style: (name, text) => (isColourful ? styleText(name, text) : text),
  },
});
