import { recordTerminal } from './record-terminal.js';
import { renderTerminalPicture } from './render-terminal-picture.js';

/** Draws what `scan` prints for one file of the demo's service. */
export async function drawScan(): Promise<string> {
  const lines = await recordTerminal(['scan', 'src/repositories/thread-repository.ts']);
  return renderTerminalPicture(
    lines,
    'What scan prints: three lost calls of one file, each with what is lost and how to mend it',
  );
}
