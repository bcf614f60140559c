import type { CodeFlow, Fix, Location, Result, Suppression } from 'sarif';
import { kindNames } from '../analysis/kinds/kinds.js';
import type { Mode, ReportedFinding, ReportedStep } from '../analysis/report/report.js';
import { checkIdOf } from './check-id.js';
import { renderStatement } from './render-statement.js';
import { toArtifactLocation } from './to-artifact-location.js';

/** The position of a finding in a SARIF run. */
export interface ResultContext {
  /** The file's place among the run's artifacts. */
  readonly artifactIndex: number;
  readonly mode: Mode;
  readonly path: string;
}

/** A finding as a SARIF result. The path from the call to the persistence call is included twice: viewers show one or the other. */
export function toSarifResult(finding: ReportedFinding, context: ResultContext): Result {
  const { id, kind, outcome, severity, steps = [] } = finding;
  const fixes = toFixes(finding, context);
  return {
    ruleId: checkIdOf(finding),
    ruleIndex: kindNames.indexOf(kind),
    level: severity,
    message: { text: renderStatement(finding) },
    locations: [toLocation(finding, context)],
    ...(steps.length > 0 && {
      relatedLocations: steps.map(toRelatedLocation),
      codeFlows: [toCodeFlow(finding, context)],
    }),
    partialFingerprints: { 'persistenceFinding/v1': id },
    // Of all results of a run or of none, says SARIF.
    suppressions: outcome === 'optedOut' ? [toSuppression(finding)] : [],
    ...(context.mode === 'write' && { baselineState: outcome === 'fixed' ? 'absent' : 'unchanged' }),
    ...(fixes.length > 0 && { fixes }),
    properties: toProperties(finding),
  };
}

function toSuppression({ optOut, reason }: ReportedFinding): Suppression {
  return {
    kind: optOut === 'list' ? 'external' : 'inSource',
    status: 'accepted',
    ...(reason !== undefined && { justification: reason }),
  };
}

function toLocation(
  { column, endColumn, endLine, function: name, line }: ReportedFinding,
  { artifactIndex, path }: ResultContext,
): Location {
  return {
    physicalLocation: {
      artifactLocation: { ...toArtifactLocation(path), index: artifactIndex },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
    logicalLocations: [{ fullyQualifiedName: name, kind: 'function' }],
  };
}

function toRelatedLocation(step: ReportedStep, index: number): Location {
  return { id: index + 1, ...toStepLocation(step) };
}

function toStepLocation({ column, line, name, path }: ReportedStep): Location {
  return {
    physicalLocation: { artifactLocation: toArtifactLocation(path), region: { startLine: line, startColumn: column } },
    message: { text: name },
  };
}

function toCodeFlow(finding: ReportedFinding, context: ResultContext): CodeFlow {
  const start: Location = { ...toLocation(finding, context), message: { text: finding.call } };
  const locations = [start, ...(finding.steps ?? []).map(toStepLocation)];
  return { threadFlows: [{ locations: locations.map(location => ({ location })) }] };
}

/** None where the edits are in the file already, or break it. A fix without changes is no fix, and GitHub rejects it. */
function toFixes({ edits, outcome, remedy }: ReportedFinding, { path }: ResultContext): Fix[] {
  if (edits.length === 0 || outcome === 'rolledBack' || outcome === 'fixed') return [];
  const text = remedy === 'fix' ? 'Apply the safe fix.' : 'Apply the suggestion, and review what it changes.';
  const replacements = edits.map(edit => ({
    deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
    insertedContent: { text: edit.text },
  }));
  return [{ description: { text }, artifactChanges: [{ artifactLocation: toArtifactLocation(path), replacements }] }];
}

function toProperties({
  call,
  execution,
  library,
  operation,
  outcome,
  remedy,
  via,
}: ReportedFinding): Result['properties'] {
  return { call, execution, library, operation, outcome, remedy, via: [...via] };
}
