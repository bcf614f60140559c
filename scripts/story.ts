import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { styleText } from 'node:util';
import { copyService } from '../test/support/threads-api/copy-service.js';
import { root } from '../test/support/paths.js';

/**
 * Tells a story about a copy of a service, which is removed in the end. `story` gives whether it ended as it should, and the
 * process exits accordingly.
 */
export async function tell(
  name: Parameters<typeof copyService>[0],
  story: (directory: string) => Promise<boolean>,
): Promise<void> {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  const { directory } = await copyService(name);
  process.once('exit', () => {
    rmSync(dirname(directory), { recursive: true, force: true, maxRetries: 3 });
  });
  process.exitCode = (await story(directory)) ? 0 : 1;
}

/** Runs the command line on the service and shows what it prints; gives its exit code. */
export function runCli(directory: string, ...words: readonly string[]): number | null {
  say(paint('dim', `$ eslint-plugin-persistence ${words.join(' ')}`));
  return spawnSync(process.execPath, [join(root, 'dist', 'cli', 'bin.js'), ...words], {
    cwd: directory,
    stdio: 'inherit',
  }).status;
}

export function heading(text: string): void {
  say('', paint('bold', text), '');
}

export function say(...lines: readonly string[]): void {
  for (const text of lines) console.log(text);
}

export function paint(style: 'bold' | 'dim' | 'green' | 'red', text: string): string {
  const isColorful = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  return isColorful ? styleText(style, text) : text;
}
