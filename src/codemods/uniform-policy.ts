import type { Checks } from '../analysis/checks.js';
import type { FilePolicy, Policy } from '../analysis/policy.js';
import type { Settings } from '../analysis/settings.js';

/** What holds for every file. */
export interface Uniform {
  readonly checks: Checks;
  readonly settings: Settings;
}

/** Judges all files alike, and lets none opt out of anything. */
export function uniformPolicy({ checks, settings }: Uniform): Policy {
  const policy: FilePolicy = {
    settings,
    checksOf: () => checks,
    standingsOf: () => ({ known: new Set(), of: () => ({ kind: 'open', severity: 'error' }) }),
  };
  return { decide: () => Promise.resolve({ kind: 'judged', policy }) };
}
