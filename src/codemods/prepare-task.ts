import { realpathSync } from 'node:fs';
import { checksOfPreset, type Checks } from '../analysis/checks.js';
import type { Finding } from '../analysis/finding.js';
import type { Mode } from '../analysis/report.js';
import { parseSettings, type Settings } from '../analysis/settings.js';
import type { Selection } from './load-projects.js';
import type { FixOptions, Verification } from './options.js';
import { UsageError } from './usage-error.js';

/** What a run is to do: its options, proved and with their defaults. */
export interface Task {
  readonly mode: Mode;
  readonly selection: Selection;
  readonly settings: Settings;
  readonly checks: Checks;
  /** Whether a finding's edits are to be applied. */
  readonly isWanted: (finding: Finding) => boolean;
  readonly verify: Verification;
}

/** Fills in the defaults. Throws a {@link UsageError} for an option that makes no sense. */
export function prepareTask(mode: Mode, options: FixOptions): Task {
  const parsed = parseSettings(options.settings);
  if (!parsed.ok) throw new UsageError(parsed.problems.join(' '));
  return {
    mode,
    selection: { cwd: realpathSync(options.cwd ?? process.cwd()), paths: options.paths ?? [], projects: options.projects ?? [] },
    settings: parsed.settings,
    checks: checksOfPreset(options.preset ?? 'recommended'),
    isWanted: ({ remedy }) => remedy.type === 'fix' || (remedy.type === 'suggestion' && options.unsafe === true),
    verify: options.verify ?? 'file',
  };
}
