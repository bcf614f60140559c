import type ts from 'typescript';
import type { Remedy } from '../../analysis/finding.js';
import type { FindingPlace, RepairPlanner } from '../repair.js';
import { createOutsiderFinder } from './create-outsider-finder.js';
import { createTracing } from './create-tracing.js';
import { groupBy } from '../../group-by.js';
import { planMakeAsync } from './plan-make-async.js';
import type { Chain } from './trace-chain.js';
import type { Tracing } from './tracing.js';

/** What making functions async depends on beside the findings. */
export interface MakeAsyncSetup {
  readonly compiler: typeof ts;
  /** The folder of the package whose functions they are. */
  readonly packageFolder: string;
  readonly isEditable: (fileName: string) => boolean;
  /** Whether a remedy's edits are to be applied. */
  readonly isWanted: (remedy: Remedy) => boolean;
  /** Whether functions become async that those who use the package may call. */
  readonly includePublic: boolean;
  /** A file's path as reports show it. */
  readonly toPath: (fileName: string) => string;
}

/** Makes the planner of findings in functions that are not async. */
export function createMakeAsyncPlanner(setup: MakeAsyncSetup): RepairPlanner {
  const findOutsider = setup.includePublic
    ? () => undefined
    : createOutsiderFinder(setup.packageFolder, setup.compiler);
  const rounds = new WeakMap<ts.Program, Round>();

  return (finding, place) => {
    const sourceFile = place.program.getSourceFile(place.fileName);
    if (!sourceFile || finding.remedy.type !== 'manual' || !finding.remedy.whenAsync) return { kind: 'none' };
    const { taken, tracing } = roundOf(place, sourceFile);
    const plan = planMakeAsync(finding, { sourceFile, tracing, isWanted: setup.isWanted });
    if (plan.kind !== 'traced') return plan;
    return takes(plan.chain, taken)
      ? { kind: 'repair', repair: { edits: plan.edits, reach: 'signature' } }
      : { kind: 'none' };
  };

  function roundOf({ program, toUnit }: FindingPlace, sourceFile: ts.SourceFile): Round {
    let round = rounds.get(program);
    if (!round)
      rounds.set(
        program,
        (round = {
          tracing: createTracing(program, { ...setup, index: toUnit(program, sourceFile).index, toUnit, findOutsider }),
          taken: new Map(),
        }),
      );
    return round;
  }
}

/** What is known as long as the texts stay as they are. */
interface Round {
  readonly tracing: Tracing;
  /** The ends of the calls that are awaited, by the file and the place where they begin. */
  readonly taken: Map<string, string>;
}

/**
 * Whether a chain can be changed in the same round as those before. Edits that are the same are shared, and of two calls that
 * begin at the same place, as `a()` and `a().b()` do, the same edit would open the parentheses of both: that chain waits.
 */
function takes({ calls }: Chain, taken: Map<string, string>): boolean {
  const places = [...groupBy(calls, call => `${call.getSourceFile().fileName}:${call.getStart()}`)].map(
    ([place, begun]) => ({
      place,
      ends: begun
        .map(({ end }) => end)
        .toSorted()
        .join(),
    }),
  );
  if (places.some(({ ends, place }) => (taken.get(place) ?? ends) !== ends)) return false;
  for (const { ends, place } of places) taken.set(place, ends);
  return true;
}
