import { exclusions } from './find-await-sites.js';
import { groupBy } from '../../src/group-by.js';
import type { Removal } from './judge-removals.js';
import type { CategoryResult, RemovalResult } from './measure-removal.js';

/** Renders a result: a table of categories, why awaits were left in place, and every await that was not found or not restored. */
export function renderRemoval({ baseline, results }: RemovalResult): string {
  const filled = results.filter(({ excluded, removals }) => excluded.length + removals.length > 0);
  const misses = filled.flatMap(({ removals }) => removals.filter(isMiss));
  return [
    `The untouched project has ${baseline.findings} findings; ${baseline.fixed} were mended first.`,
    '',
    '| category | awaits | removed | found | restored | whole files restored | no longer compile | silent and not found |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...filled.map(renderRow),
    '',
    ...filled.filter(({ excluded }) => excluded.length > 0).map(renderExcluded),
    '',
    ...filled.flatMap(renderSilences),
    '',
    ...misses.map(renderMiss),
  ].join('\n');
}

/** Whether an await was not found, or was found and not restored. */
export function isMiss({ finding, isRestored }: Removal): boolean {
  return !finding || !isRestored;
}

function renderRow({ excluded, category, removals }: CategoryResult): string {
  const files = groupBy(removals, ({ path }) => path);
  const cells = [
    excluded.length + removals.length,
    removals.length,
    removals.filter(({ finding }) => finding).length,
    removals.filter(({ isRestored }) => isRestored).length,
    `${[...files.values()].filter(([first]) => first?.isFileRestored).length}/${files.size}`,
    removals.filter(({ isTypeError }) => isTypeError).length,
    removals.filter(({ finding, isTypeError }) => !finding && !isTypeError).length,
  ];
  return `| ${[category, ...cells].join(' | ')} |`;
}

function renderExcluded({ excluded, category }: CategoryResult): string {
  const counts = exclusions
    .map(reason => ({ reason, count: excluded.filter(({ exclusion }) => exclusion === reason).length }))
    .filter(({ count }) => count > 0)
    .map(({ count, reason }) => `${reason} ${count}`);
  return `${category}, left in place: ${counts.join(', ')}`;
}

/** Why the awaits that neither the product nor the compiler misses are silent, with how many there are of each. */
function renderSilences({ category, removals }: CategoryResult): readonly string[] {
  const silent = removals.filter(({ finding, isTypeError }) => !finding && !isTypeError);
  if (silent.length === 0) return [];
  const counts = [...groupBy(silent, ({ silence }) => silence ?? 'not a call')].map(
    ([reason, own]) => `${reason} ${own.length}`,
  );
  return [`${category}, silent: ${counts.join(', ')}`];
}

function renderMiss({ finding, isTypeError, path, silence, site }: Removal): string {
  const what = finding
    ? `${finding.kind}, ${finding.outcome}${finding.reason === undefined ? '' : `: ${finding.reason}`}`
    : `not found${silence === undefined ? '' : ` (${silence})`}`;
  return `${path}:${site.line} ${site.category} [${site.library}] ${what}${isTypeError ? ' (no longer compiles)' : ''}: ${site.call}`;
}
