import { checksOfRules } from '../analysis/configuration/checks.js';
import { isWantedKind, rulesNamedIn, type FindingFilter } from '../analysis/configuration/narrow-checks.js';
import { presets, type PresetName } from '../analysis/configuration/rule-options.js';
import { kindNames, kinds, type Kind } from '../analysis/kinds/kinds.js';
import type { FixOptions } from './options.js';
import { UsageError } from './usage-error.js';

/** Throws a {@link UsageError} if options contradict each other, or select no kind: the run would find nothing, which would mean nothing. */
export function assertKindsAreSelected(
  { eslintConfig = true, executor, makeAsync = false, preset }: FixOptions,
  { only = [], rules, skip = [] }: FindingFilter,
): void {
  for (const kind of only) assertIsLeft(kind, { rules, skip });
  const wanted = kindNames.filter(kind =>
    isWantedKind(kind, { only: only.length > 0 ? only : undefined, rules, skip }),
  );
  if (wanted.length === 0) throw new UsageError('--skip leaves out every selected kind.');
  assertPresetIsLeft(preset ?? (eslintConfig ? undefined : 'recommended'), wanted, { only, rules, skip });
  if (executor && !wanted.includes('blockingCall'))
    throw new UsageError(
      '--executor fixes findings of the kind blockingCall, which --only, --rule or --skip leaves out.',
    );
  if (makeAsync && wanted.every(kind => kinds[kind].rule === 'no-blocking-calls'))
    throw new UsageError('--make-async fixes unawaited calls, which --only, --rule or --skip leaves out.');
}

function assertIsLeft(kind: Kind, { rules, skip = [] }: FindingFilter): void {
  const { rule } = kinds[kind];
  if (skip.includes(kind)) throw new UsageError(`${kind}: both --only and --skip name this kind. Remove one of them.`);
  if (rules?.includes(rule) === false)
    throw new UsageError(
      `${kind}: --only names this kind of ${rule}, but --rule leaves that rule out. Name it as well, or remove one of them.`,
    );
}

/** Named kinds are selected in addition to a preset. If the ESLint configuration selects the rules, they are only known per file. */
function assertPresetIsLeft(preset: PresetName | undefined, wanted: readonly Kind[], filter: FindingFilter): void {
  if (preset === undefined || (filter.only ?? []).length > 0) return;
  const named = Object.fromEntries(rulesNamedIn(filter).map(rule => [rule, {}]));
  const { kinds: lookedFor } = checksOfRules({ ...named, ...presets[preset] });
  if (!wanted.some(kind => lookedFor.has(kind)))
    throw new UsageError(`--skip leaves out every kind that the preset ${preset} reports.`);
}
