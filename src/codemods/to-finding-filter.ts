import { toCurrentName } from '../analysis/configuration/current-name.js';
import type { FindingFilter } from '../analysis/configuration/narrow-checks.js';
import { kindNames, type Kind } from '../analysis/kinds/kinds.js';
import type { ScanOptions } from './options.js';
import { UsageError } from './usage-error.js';

/** Which findings the options ask for, by current names. Throws a {@link UsageError} for a name that no kind has. */
export function toFindingFilter({ only, rules, skip }: ScanOptions): FindingFilter {
  return { only: only?.map(toKind), rules, skip: skip?.map(toKind) };
}

function toKind(name: string): Kind {
  const current = toCurrentName('kind', name);
  const kind = kindNames.find(one => one === current);
  if (kind === undefined) throw new UsageError(`${name}: no kind has this name. Kinds are ${kindNames.join(', ')}.`);
  return kind;
}
