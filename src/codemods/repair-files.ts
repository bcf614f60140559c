import type ts from 'typescript';
import { analyseFile } from '../analysis/analyse-file.js';
import type { IsMeant } from '../syntax/candidate.js';
import type { Edit, Finding, Range, Remedy } from '../analysis/finding.js';
import { renderImportEdits } from '../analysis/remedies/import-change.js';
import { narrowChecks } from '../analysis/configuration/narrow-checks.js';
import type { RuleName } from '../analysis/kinds/kind.js';
import { kinds, type Kind } from '../analysis/kinds/kinds.js';
import type { FilePolicy, Standing, Standings } from '../analysis/configuration/policy.js';
import type { ProjectAnalyses } from '../analysis/project-analysis.js';
import type { CheckedUnit } from '../analysis/unit.js';
import type { Engine } from '../engines/engine.js';
import { createEditApplier } from './apply-edits.js';
import type { RefusalOf } from './ask-about.js';
import { chooseRepairs } from './choose-repairs.js';
import { Crash, inFile } from './crash.js';
import { toOriginalRange } from './edited-text.js';
import { AffectedFinder } from './find-affected.js';
import type { Fate, FileState, Settled } from './file-state.js';
import type { Plan, Repair, RepairPlanner } from './repair.js';
import { verifyRepairs, type VerificationContext } from './verify-repairs.js';
import { Workspace, type CreatedFile } from './workspace.js';

/** The project that is repaired. */
export interface RepairContext extends VerificationContext {
  /** Those that `toUnit` makes its units of. */
  readonly analyses: Pick<ProjectAnalyses, 'trailsIn'>;
  /** Makes a unit of a file of the given engine, which is judged by the given policy. */
  readonly toUnit: (engine: Engine, sourceFile: ts.SourceFile, policy: FilePolicy) => CheckedUnit;
  readonly planRepair: RepairPlanner;
  /** Why the user does not want a finding of the first analysis repaired; undefined if it is to be repaired. */
  readonly refusalOf: RefusalOf;
}

/** The results of repairing, in addition to the repaired states. */
export interface Repaired {
  /** The files that repairs add. */
  readonly created: readonly CreatedFile[];
  /** The files that belong together, since one repair changes them all. */
  readonly bundles: readonly (readonly string[])[];
}

/** The results of repairing, and the files that it failed on and left alone. */
export interface RepairedFiles extends Repaired {
  readonly crashes: readonly Crash[];
}

/** A bound on rounds, far beyond any chain of callers. Each leaves less to repair, so it is only reached if that is wrong. */
const maximalRounds = 200;

/**
 * Applies what the planner plans to the files' texts in memory, round by round until nothing is planned, rolls back each
 * repair that brings a type error, and says what became of every finding. Nothing is written. A file that anything fails on
 * is left as it was, and the rounds begin again without it; throws where that does not help.
 */
export function repairFiles(states: readonly FileState[], context: RepairContext): RepairedFiles {
  const rolledBack = new Map<string, string>();
  const crashes = new Map<string, Crash>();
  const workspace = new Workspace(states, createEditApplier());
  for (;;) {
    const verified = attempt(crashes, () => {
      const rounds = runRounds(states, { ...context, workspace, rolledBack, crashes, affected: new AffectedFinder() });
      return {
        rounds,
        faulty: rounds.applied.length > 0 ? verifyRepairs(workspace, context) : new Map<Repair, string>(),
      };
    });
    for (const { key, repair } of verified?.rounds.applied ?? []) {
      const reason = verified?.faulty.get(repair);
      if (reason !== undefined) rolledBack.set(key, reason);
    }
    if (verified?.faulty.size === 0) {
      for (const state of states) state.settled = settle(state, verified.rounds, rolledBack);
      return { created: workspace.created, bundles: workspace.bundles, crashes: [...crashes.values()] };
    }
    workspace.reset();
  }
}

/** Undefined where this fails on a file that it has not failed on before, and which is known from then on. */
function attempt<Result>(crashes: Map<string, Crash>, run: () => Result): Result | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Crash) || crashes.has(error.fileName)) throw error;
    crashes.set(error.fileName, error);
    return undefined;
  }
}

interface RoundContext extends RepairContext {
  readonly workspace: Workspace;
  /** The keys of the findings whose repairs were rolled back, with the reason. */
  readonly rolledBack: ReadonlyMap<string, string>;
  /** The files that the rounds failed on, by their names: they are neither judged again nor edited. */
  readonly crashes: ReadonlyMap<string, Crash>;
  readonly affected: AffectedFinder;
}

/** A finding as a round sees it. */
interface Judged {
  readonly state: FileState;
  /** The same finding in the first analysis; where only edits brought it to light, the finding with its places in the original text. */
  readonly original: Finding;
  /** Tells it from all others, in whatever round. */
  readonly key: string;
  readonly standing: Standing;
  readonly plan: Plan;
}

interface Applied extends Judged {
  readonly repair: Repair;
  /** The repair's edits of the finding's own file, as places of the original text. */
  readonly edits: readonly Edit[];
}

interface Rounds {
  readonly applied: readonly Applied[];
  /** The last analysis of each file. */
  readonly latest: ReadonlyMap<FileState, readonly Judged[]>;
}

function runRounds(states: readonly FileState[], context: RoundContext): Rounds {
  const { host, workspace } = context;
  const applied: Applied[] = [];
  const repaired = new Set<string>();
  const latest = new Map<FileState, readonly Judged[]>();
  let scope = allOf(states);
  let isCurrent = true;
  for (let round = 1; scope.size > 0 && round <= maximalRounds; round += 1) {
    for (const [state, part] of scope)
      latest.set(
        state,
        judgeAnew(
          state,
          (latest.get(state) ?? []).filter(({ key }) => !repaired.has(key)),
          part,
          context,
        ),
      );
    const planned = [...scope.keys()].flatMap(state => (latest.get(state) ?? []).flatMap(withRepair));
    const chosen = new Set(chooseRepairs(planned.map(({ repair }) => repair)));
    const taken = planned.filter(({ repair }) => chosen.has(repair));
    const waiting = planned.filter(({ repair }) => !chosen.has(repair)).map(({ state }) => state);
    const isBroad = taken.some(mattersAnywhere);
    const beside = isBroad ? allOf([]) : scopeBeside(taken, states, context);
    for (const { key } of taken) repaired.add(key);
    applied.push(...taken.map(judged => ({ ...judged, edits: ownEdits(judged, workspace) })));
    if (chosen.size > 0) workspace.apply([...chosen], host.engineWith(workspace.texts()));
    scope = new Map([...beside, ...allOf([...(isBroad ? editedBy(taken, workspace) : []), ...waiting])]);
    isCurrent &&= !isBroad;
    if (scope.size > 0 || isCurrent) continue;
    scope = allOf(states);
    isCurrent = true;
  }
  return { applied, latest };
}

/** What a round judges: whole files, or ranges of their original texts. */
type Scope = ReadonlyMap<FileState, Part>;

type Part = 'whole' | readonly Range[];

function allOf(states: readonly FileState[]): Scope {
  return new Map(states.map(state => [state, 'whole']));
}

/** Whether a repair may change what is to be said of calls that do not lead to it: by a type, or since nothing blocks any more. */
function mattersAnywhere({ original, repair }: WithRepair): boolean {
  return repair.reach === 'signature' || kinds[original.kind].rule === 'no-blocking-calls';
}

/** What is to be judged anew once repairs are made that are seen in the bodies of functions alone. They are not made yet. */
function scopeBeside(
  taken: readonly WithRepair[],
  states: readonly FileState[],
  { affected, analyses, host, workspace }: RoundContext,
): Scope {
  if (taken.length === 0) return allOf([]);
  const engine = host.engineWith(workspace.texts());
  const before = new Map(workspace.edited.map(({ edited, fileName }) => [fileName, edited.toEdits()]));
  const starts = taken.flatMap(({ repair }) =>
    [...repair.edits].flatMap(([fileName, own]) => own.map(({ start }) => ({ fileName, start }))),
  );
  const ranges = affected.find({
    starts,
    engine,
    trails: analyses.trailsIn(engine),
    toOriginal: (range, fileName) => toOriginalRange(range, before.get(fileName) ?? []),
  });
  return new Map(
    states.flatMap(state => (ranges.has(state.fileName) ? [[state, ranges.get(state.fileName) ?? []] as const] : [])),
  );
}

function editedBy(taken: readonly WithRepair[], { edited }: Workspace): readonly FileState[] {
  const fileNames = new Set(taken.flatMap(({ repair }) => [...repair.edits.keys()]));
  return edited.filter(({ fileName }) => fileNames.has(fileName));
}

interface WithRepair extends Judged {
  readonly repair: Repair;
}

function withRepair(judged: Judged): readonly WithRepair[] {
  return judged.plan.kind === 'repair' ? [{ ...judged, repair: judged.plan.repair }] : [];
}

function ownEdits({ repair, state }: WithRepair, workspace: Workspace): readonly Edit[] {
  const before = workspace.editsOf(state.fileName);
  const imports = renderImportEdits(repair.importChanges?.get(state.fileName) ?? []);
  return [...imports, ...(repair.edits.get(state.fileName) ?? [])].map(edit => relocate(edit, before));
}

/** What a file gives now. Of what is not in the part that is judged, and of calls that block, holds what was `known`. */
function judgeAnew(state: FileState, known: readonly Judged[], part: Part, context: RoundContext): readonly Judged[] {
  if (part === 'whole') return judge(state, {}, context);
  const before = context.workspace.editsOf(state.fileName);
  const isInPart = (range: Range): boolean => part.some(({ end, start }) => start <= range.start && range.end <= end);
  const found = judge(
    state,
    {
      rules: rulesOfPromises,
      isMeant: call => isInPart(toOriginalRange({ start: call.getStart(), end: call.end }, before)),
    },
    context,
  );
  const kept = known.filter(
    ({ original: { kind, range } }) => !rulesOfPromises.includes(kinds[kind].rule) || !isInPart(range),
  );
  return [...kept, ...found].toSorted((a, b) => a.original.range.start - b.original.range.start);
}

const rulesOfPromises: readonly RuleName[] = ['no-unawaited-calls', 'no-fire-and-forget'];

/** The part of a file to judge; all of it if undefined. */
interface Meant {
  readonly rules?: readonly RuleName[];
  readonly isMeant?: IsMeant;
}

function judge(state: FileState, meant: Meant, context: RoundContext): readonly Judged[] {
  const { workspace } = context;
  const before = workspace.editsOf(state.fileName);
  const known = new Map(state.analysis.findings.map(finding => [keyOf(finding, state), finding]));
  const { findings, standings } = inFile(state.fileName, () => findIn(state, meant, context));
  return findings.map(finding => {
    const relocated = before.length > 0 ? relocateFinding(finding, before) : finding;
    const key = keyOf(relocated, state);
    const standing = standings.of(finding);
    const isOpen = standing.kind === 'open' && !context.rolledBack.has(key);
    const original = known.get(key) ?? relocated;
    const plan = isOpen ? inFile(state.fileName, () => planFor(finding, state, context)) : { kind: 'none' as const };
    const refusal = plan.kind === 'repair' ? context.refusalOf(original) : undefined;
    return {
      state,
      original,
      key,
      standing,
      plan: refusal === undefined ? plan : { kind: 'refused', reason: refusal },
    };
  });
}

interface Found {
  readonly findings: readonly Finding[];
  readonly standings: Standings;
}

/** What a file gives now: its own text or that of others may have changed. */
function findIn(
  { analysis, fileName, policy, standings }: FileState,
  { isMeant, rules }: Meant,
  { crashes, host, toUnit, workspace }: RoundContext,
): Found {
  const texts = workspace.texts();
  if (texts.size === 0 || crashes.has(fileName)) return { findings: analysis.findings, standings };
  const engine = host.engineWith(texts);
  const sourceFile = engine.files.named(fileName);
  if (!sourceFile) return { findings: [], standings };
  const unit = toUnit(engine, sourceFile, policy);
  const { findings } = analyseFile({ ...unit, checks: narrowChecks(unit.checks, { rules }) }, isMeant);
  return { findings, standings: policy.standingsOf(sourceFile, findings, standings) };
}

function planFor(
  finding: Finding,
  { fileName, policy }: FileState,
  { crashes, host, planRepair, toUnit, workspace }: RoundContext,
): Plan {
  if (crashes.has(fileName)) return { kind: 'refused', reason: failedOnThis };
  const engine = host.engineWith(workspace.texts());
  const place = { fileName, engine, toUnit: (sourceFile: ts.SourceFile) => toUnit(engine, sourceFile, policy) };
  const plan = planRepair(finding, place);
  const refusal =
    plan.kind === 'repair' ? (workspace.refusalOf(plan.repair) ?? refusalOfCrashed(plan.repair, crashes)) : undefined;
  return refusal === undefined ? plan : { kind: 'refused', reason: refusal };
}

const failedOnThis = 'the analysis failed on this file after a repair, so the file is not changed';

function refusalOfCrashed({ edits }: Repair, crashes: RoundContext['crashes']): string | undefined {
  const crashed = [...edits.keys()].find(fileName => crashes.has(fileName));
  return crashed === undefined ? undefined : `the analysis failed on ${crashed}, which would need edits too`;
}

function keyOf({ kind, range }: Finding, { fileName }: FileState): string {
  return [fileName, droppedKinds.has(kind) ? 'dropped' : kind, range.start, range.end].join('\n');
}

/** The kinds of a call that is dropped, of which one becomes another when the function around it becomes async. */
const droppedKinds: ReadonlySet<Kind> = new Set(['floating', 'inSyncCallback', 'inSyncFunction', 'neverAwaited']);

function relocateFinding(finding: Finding, before: readonly Edit[]): Finding {
  return { ...finding, range: toOriginalRange(finding.range, before), remedy: relocateRemedy(finding.remedy, before) };
}

function relocateRemedy(remedy: Remedy, before: readonly Edit[]): Remedy {
  if (remedy.type === 'manual') return remedy;
  return { ...remedy, change: { ...remedy.change, edits: remedy.change.edits.map(edit => relocate(edit, before)) } };
}

function relocate(edit: Edit, before: readonly Edit[]): Edit {
  return { ...toOriginalRange(edit, before), text: edit.text };
}

/** The outcomes of the findings of a file, in the order of the text. */
function settle(
  state: FileState,
  { applied, latest }: Rounds,
  rolledBack: ReadonlyMap<string, string>,
): ReadonlyMap<Finding, Settled> {
  const own = applied.filter(judged => judged.state === state);
  const left = latest.get(state) ?? [];
  const found = new Map([...left, ...own].map(({ key, original, standing }) => [key, { finding: original, standing }]));
  for (const finding of state.analysis.findings)
    found.set(keyOf(finding, state), { finding, standing: state.standings.of(finding) });
  const inOrder = [...found].toSorted(([, a], [, b]) => a.finding.range.start - b.finding.range.start);
  return new Map(inOrder.map(([key, { finding, standing }]) => [finding, { standing, fate: fateOf(key) }]));

  function fateOf(key: string): Fate {
    const repaired = own.find(judged => judged.key === key);
    if (repaired) return { kind: 'fixed', edits: repaired.edits };
    const reason = rolledBack.get(key);
    if (reason !== undefined) return { kind: 'rolledBack', reason };
    const rest = left.find(judged => judged.key === key);
    if (!rest) return { kind: 'fixed', edits: [] }; // by the fix of another one
    return { kind: 'left', reason: reasonOf(rest.plan) };
  }
}

function reasonOf(plan: Plan): string | undefined {
  switch (plan.kind) {
    case 'none':
      return undefined;
    case 'refused':
      return plan.reason;
    case 'repair':
      return `repairs did not converge in ${maximalRounds} rounds`;
  }
}
