import { styleText } from 'node:util';
import { runCli } from '../src/cli/run-cli.js';
import type { Display } from '../src/reporters/reporter.js';
import { copyService } from '../test/support/threads-api/copy-service.js';
import { createRepository } from '../test/support/git.js';

/** A stretch of text, and how a terminal shows it. */
export interface Stretch {
  readonly text: string;
  readonly styles: readonly StyleName[];
}

type StyleName = Parameters<Display['style']>[0];

/** How wide the terminal is. */
export const terminalWidth = 110;

/** Runs a command line on a copy of the demo's service, as it is before its repair, and gives the lines that a terminal shows, the command first. */
export async function recordTerminal(words: readonly string[]): Promise<readonly (readonly Stretch[])[]> {
  const { directory, remove } = await copyService('threads-api');
  const printed: string[] = [];
  try {
    createRepository(directory);
    await runCli(words, {
      cwd: directory,
      out: text => printed.push(text),
      error: text => printed.push(text),
      display: { width: terminalWidth, style: (name, text) => styleText(name, text, { validateStream: false }) },
    });
  } finally {
    await remove();
  }
  const command: readonly Stretch[] = [
    { text: `$ npx eslint-plugin-persistence ${words.join(' ')}`, styles: ['bold'] },
  ];
  return [command, ...splitLines(readCodes(printed.join('').trimEnd()))];
}

/** What the codes of a terminal turn on. */
const styleOfCode: Readonly<Partial<Record<string, StyleName>>> = {
  1: 'bold',
  2: 'dim',
  4: 'underline',
  31: 'red',
  32: 'green',
  33: 'yellow',
};

/** What those turn off that turn something off. */
const endedByCode: Readonly<Partial<Record<string, readonly StyleName[]>>> = {
  0: ['bold', 'dim', 'underline', 'red', 'green', 'yellow'],
  22: ['bold', 'dim'],
  24: ['underline'],
  39: ['red', 'green', 'yellow'],
};

function readCodes(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const styles = new Set<StyleName>();
  for (const [, code, plain] of text.matchAll(/\u001B\[(\d+)m|([^\u001B]+)/g)) {
    if (plain !== undefined) stretches.push({ text: plain, styles: [...styles] });
    if (code === undefined) continue;
    for (const ended of endedByCode[code] ?? []) styles.delete(ended);
    const begun = styleOfCode[code];
    if (begun !== undefined) styles.add(begun);
  }
  return stretches;
}

function splitLines(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const lines: Stretch[][] = [[]];
  for (const { styles, text } of stretches) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, styles });
    }
  }
  return lines;
}
