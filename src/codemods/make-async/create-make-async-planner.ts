import type { Remedy } from '../../analysis/finding.js';
import type { Engine } from '../../engines/engine.js';
import type { FindingPlace, RepairPlanner } from '../repair.js';
import { createExternalCallerFinder, type ExternalCallerFinder } from './create-external-caller-finder.js';
import { createTracing } from './create-tracing.js';
import { groupBy } from '../../group-by.js';
import { planMakeAsync } from './plan-make-async.js';
import type { Chain } from './trace-chain.js';
import type { Tracing } from './tracing.js';

/** What making functions async depends on, in addition to the findings. */
export interface MakeAsyncSetup {
  /** The folder of the package whose functions they are. */
  readonly packageFolder: string;
  readonly isEditable: (fileName: string) => boolean;
  /** Whether a remedy's edits are to be applied. */
  readonly isWanted: (remedy: Remedy) => boolean;
  /** Whether functions that users of the package may call become async. */
  readonly includePublic: boolean;
  /** A file's path as reports show it. */
  readonly toPath: (fileName: string) => string;
}

/** Makes the planner of findings in functions that are not async. */
export function createMakeAsyncPlanner(setup: MakeAsyncSetup): RepairPlanner {
  const externalCallersOf = setup.includePublic
    ? (): ExternalCallerFinder => () => undefined
    : createExternalCallerFinder(setup.packageFolder);
  const rounds = new WeakMap<Engine, Round>();

  return (finding, place) => {
    const sourceFile = place.engine.files.named(place.fileName);
    if (!sourceFile || finding.remedy.type !== 'manual' || !finding.remedy.whenAsync) return { kind: 'none' };
    const { taken, tracing } = roundOf(place);
    const plan = planMakeAsync(finding, { sourceFile, tracing, isWanted: setup.isWanted });
    if (plan.kind !== 'traced') return plan;
    return takes(plan.chain, taken)
      ? { kind: 'repair', repair: { edits: plan.edits, reach: 'signature' } }
      : { kind: 'none' };
  };

  function roundOf({ engine, toUnit }: FindingPlace): Round {
    let round = rounds.get(engine);
    if (!round) {
      const tracing = createTracing(engine, { ...setup, toUnit, findExternalCaller: externalCallersOf(engine) });
      rounds.set(engine, (round = { tracing, taken: new Map() }));
    }
    return round;
  }
}

/** Results that are valid until the texts change. */
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
