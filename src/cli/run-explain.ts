import { explain } from '../codemods/explain.js';
import { UsageError } from '../codemods/usage-error.js';
import { renderExplanation } from '../reporters/render-explanation.js';
import type { ExitCode } from './exit-code.js';
import { toScanOptions, type ScanFlags } from './flags.js';
import type { Terminal } from './terminal.js';

/** Says why the calls of a line were found, left alone or not understood. */
export async function runExplain(
  flags: ScanFlags & { readonly explain: NonNullable<ScanFlags['explain']> },
  terminal: Terminal,
): Promise<ExitCode> {
  if (flags.reporter !== 'table' && flags.reporter !== 'json')
    throw new UsageError(`--explain has no form for the reporter ${flags.reporter}, only for table and json.`);
  const explanation = await explain(flags.explain, await toScanOptions(terminal.cwd, [], flags));
  terminal.out(
    flags.reporter === 'json'
      ? `${JSON.stringify(explanation, undefined, 2)}\n`
      : renderExplanation(explanation, terminal.display),
  );
  return 0;
}
