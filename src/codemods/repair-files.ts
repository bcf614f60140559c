import { analyseFile } from '../analysis/analyse-file.js';
import type { Finding } from '../analysis/finding.js';
import type { FilePolicy, Standings } from '../analysis/policy.js';
import type { Unit } from '../analysis/unit.js';
import type ts from 'typescript';
import { createEditApplier } from './apply-edits.js';
import { countDiagnostics, findNewDiagnostic } from './compare-diagnostics.js';
import { isEdited, rollBack, type FileState } from './file-state.js';
import { editsOf, planEdits, type FilePlan } from './plan-edits.js';
import type { ProjectHost } from './project-host.js';

/** What repairing needs to know of the project it works on. */
export interface RepairContext {
  readonly compiler: typeof ts;
  readonly host: ProjectHost;
  /** Makes a unit of a file of the given program, which is judged by the given policy. */
  readonly toUnit: (program: ts.Program, sourceFile: ts.SourceFile, policy: FilePolicy) => Unit;
  /** Whether a finding's edits are to be applied, unless the project opts out of it. */
  readonly isWanted: (finding: Finding) => boolean;
}

/** A bound on rounds. Each leaves fewer edits to apply, so it is only reached if that is wrong. */
const maximalRounds = 10;

/**
 * Applies the wanted edits to the files' texts in memory, round by round until no edit is planned, and takes back the edits
 * of every file that has a type error it did not have before. Nothing is written.
 */
export async function repairFiles(states: readonly FileState[], context: RepairContext): Promise<void> {
  let plans = states.map(state => planFile(state, state.analysis.findings, state.standings, context)).filter(hasEdits);
  if (plans.length === 0) return;
  const applier = await createEditApplier();
  for (let round = 1; plans.length > 0 && round <= maximalRounds; round += 1) {
    for (const { plan, state } of plans) {
      state.text = applier.apply(state.fileName, state.text, plan.edits);
      for (const finding of plan.planned) state.fixed.add(originalOf(finding, state));
    }
    plans = planAgain(plans.map(({ state }) => state), states, context);
  }
  verify(states, context);
}

interface PlannedFile {
  readonly state: FileState;
  readonly plan: FilePlan;
}

function planFile(state: FileState, findings: readonly Finding[], standings: Standings, { isWanted }: RepairContext): PlannedFile {
  return { state, plan: planEdits(findings, finding => isWanted(finding) && standings.of(finding).kind === 'open') };
}

function hasEdits({ plan }: PlannedFile): boolean {
  return plan.edits.length > 0;
}

function planAgain(edited: readonly FileState[], states: readonly FileState[], context: RepairContext): PlannedFile[] {
  const program = context.host.createProgram(editedTexts(states));
  return edited
    .map(state => {
      const sourceFile = program.getSourceFile(state.fileName);
      const findings = sourceFile ? analyseFile(context.toUnit(program, sourceFile, state.policy)).findings : [];
      return planFile(state, findings, state.policy.standingsOf(state.text, findings, state.standings), context);
    })
    .filter(hasEdits);
}

/** A finding of a later round is one of the first that had to wait: the next equal one that is not fixed yet. */
function originalOf(finding: Finding, { analysis, fixed }: FileState): Finding {
  return (
    analysis.findings.find(
      original =>
        original === finding ||
        (!fixed.has(original) &&
          editsOf(original).length > 0 &&
          original.kind === finding.kind &&
          original.call === finding.call &&
          original.function === finding.function),
    ) ?? finding
  );
}

/** Compares type errors after and before, until every file that is still edited has none that it did not have before. */
function verify(states: readonly FileState[], { compiler, host }: RepairContext): void {
  for (;;) {
    const edited = states.filter(isEdited);
    const after = host.createProgram(editedTexts(states));
    const suspects = edited
      .map(state => ({ state, counts: countDiagnostics(after, state.fileName, compiler) }))
      .filter(({ counts }) => counts.size > 0);
    if (suspects.length === 0) return;
    const before = host.createProgram(new Map());
    const broken = suspects.flatMap(({ counts, state }) => {
      const diagnostic = findNewDiagnostic(countDiagnostics(before, state.fileName, compiler), counts);
      return diagnostic === undefined ? [] : [{ state, diagnostic }];
    });
    if (broken.length === 0) return;
    for (const { diagnostic, state } of broken) rollBack(state, `the edited file no longer type-checks: ${diagnostic}`);
  }
}

function editedTexts(states: readonly FileState[]): ReadonlyMap<string, string> {
  return new Map(states.filter(isEdited).map(({ fileName, text }) => [fileName, text]));
}
