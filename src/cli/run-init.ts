import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { detectSetup } from '../codemods/setup/detect-setup.js';
import { planSetup, toInstallWords, type SetupPlan } from '../codemods/setup/plan-setup.js';
import { describeError } from '../describe-error.js';
import { UsageError } from '../codemods/usage-error.js';
import { renderDiff } from '../reporters/render-diff.js';
import type { ExitCode } from './exit-code.js';
import { runScan } from './run-scan.js';
import type { Terminal } from './terminal.js';

/** The flags of `init`. */
export interface InitFlags {
  readonly yes?: boolean;
  readonly color: boolean;
}

/**
 * Looks at the project, shows what sets it up, asks, installs and writes that, and scans. Findings are no failure of it, so
 * they do not change the exit code.
 */
export async function runInit({ color, yes = false }: InitFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd, out } = terminal;
  const setup = detectSetup(cwd);
  const plan = planSetup(setup);
  const install = plan.packages.length > 0 ? toInstallWords(setup, plan.packages) : undefined;
  out(`${[...plan.notes, ...(install ? [`To install: ${install.join(' ')}`] : [])].join('\n')}\n`);
  out(renderDiff(plan.changes));
  if (plan.changes.length > 0 && !(yes || (await isAgreed(terminal)))) {
    out('Nothing was changed.\n');
    return 0;
  }
  if (install) await installPackages(install, terminal);
  await writeChanges(plan, cwd);
  out('\n');
  const scanned = await runScan(
    [],
    { color, eslintConfig: true, maxFindings: 0, ...(setup.isWorkspace && { workspaces: true }) },
    terminal,
  );
  return scanned === 1 ? 0 : scanned;
}

async function isAgreed({ ask, display }: Terminal): Promise<boolean> {
  if (!ask) throw new UsageError('init asks before it writes, but there is no terminal. Pass --yes.');
  for (;;) {
    const line = await ask(`${display.style('bold', 'Make these changes')} [y,n]? `);
    const answer = (line ?? 'n').trim().toLowerCase();
    if (answer === 'y' || answer === 'n') return answer === 'y';
  }
}

async function installPackages(words: readonly string[], { cwd, execute }: Terminal): Promise<void> {
  if (execute && (await execute(words, cwd)) === 0) return;
  throw new UsageError(
    `\`${words.join(' ')}\` failed, so nothing was written. Install the packages yourself, then run init again.`,
  );
}

async function writeChanges({ changes }: SetupPlan, cwd: string): Promise<void> {
  for (const { after, path } of changes) {
    try {
      await writeFile(resolve(cwd, path), after);
    } catch (error) {
      throw new UsageError(`${resolve(cwd, path)}: cannot be written (${describeError(error)}).`);
    }
  }
}
