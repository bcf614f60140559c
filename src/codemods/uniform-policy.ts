import type { Checks } from '../analysis/configuration/checks.js';
import type { FilePolicy } from '../analysis/configuration/policy.js';
import type { Settings } from '../analysis/configuration/settings.js';

/** Judges any file alike, and lets it opt out of nothing. */
export function uniformPolicy(checks: Checks, settings: Settings): FilePolicy {
  return {
    settings,
    checksOf: () => checks,
    standingsOf: () => ({ known: new Set(), of: () => ({ kind: 'open', severity: 'error' }) }),
  };
}
