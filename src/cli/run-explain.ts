import { explain } from '../codemods/explain.js';
import { UsageError } from '../codemods/usage-error.js';
import { renderExplanation } from '../reporters/render-explanation.js';
import type { ExitCode } from './exit-code.js';
import { toScanOptions, type OwnScanFlags, type ScanFlags } from './flags.js';
import type { Terminal } from './terminal.js';

/** Says why the calls of a line were found, left alone or not understood. */
export async function runExplain(
  flags: OwnScanFlags & { readonly explain: NonNullable<OwnScanFlags['explain']> },
  terminal: Terminal,
): Promise<ExitCode> {
  const reporter = chooseForm(flags);
  const explanation = await explain(flags.explain, await toScanOptions(terminal.cwd, [], flags));
  terminal.out(
    reporter === 'json'
      ? `${JSON.stringify(explanation, undefined, 2)}\n`
      : renderExplanation(explanation, terminal.display),
  );
  return 0;
}

function chooseForm({ reporter = [] }: ScanFlags): 'table' | 'json' {
  const [first = { reporter: 'table' }, second] = reporter;
  if (second ?? first.file)
    throw new UsageError(
      '--explain prints one report to standard output. Use one --reporter, table or json, without a file.',
    );
  if (first.reporter === 'table' || first.reporter === 'json') return first.reporter;
  throw new UsageError(`--explain supports only the reporters table and json, not ${first.reporter}.`);
}
