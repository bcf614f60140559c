import type { Fix, Location, Result } from 'sarif';
import { kindNames } from '../analysis/kinds.js';
import type { Mode, ReportedFinding } from '../analysis/report.js';
import { checkIdOf } from './check-id.js';
import { renderStatement } from './render-statement.js';
import { toArtifactLocation } from './to-artifact-location.js';

/** Where in a SARIF run a finding stands. */
export interface ResultContext {
  /** The file's place among the run's artifacts. */
  readonly artifactIndex: number;
  readonly mode: Mode;
  readonly path: string;
}

/** A finding as a SARIF result. What is not in the report, such as the places of the functions in `via`, is in no location. */
export function toSarifResult(finding: ReportedFinding, context: ResultContext): Result {
  const { id, kind, outcome, severity } = finding;
  const fixes = toFixes(finding, context);
  return {
    ruleId: checkIdOf(finding),
    ruleIndex: kindNames.indexOf(kind),
    level: severity,
    message: { text: renderStatement(finding) },
    locations: [toLocation(finding, context)],
    partialFingerprints: { 'persistenceFinding/v1': id },
    // Of all results of a run or of none, says SARIF.
    suppressions: outcome === 'optedOut' ? [{ kind: 'inSource', status: 'accepted' }] : [],
    ...(context.mode === 'write' && { baselineState: outcome === 'fixed' ? 'absent' : 'unchanged' }),
    ...(fixes.length > 0 && { fixes }),
    properties: toProperties(finding),
  };
}

function toLocation({ column, endColumn, endLine, function: name, line }: ReportedFinding, { artifactIndex, path }: ResultContext): Location {
  return {
    physicalLocation: {
      artifactLocation: { ...toArtifactLocation(path), index: artifactIndex },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
    logicalLocations: [{ fullyQualifiedName: name, kind: 'function' }],
  };
}

/** None where the edits are in the file already, or break it. A fix without changes is no fix, and GitHub rejects it. */
function toFixes({ edits, outcome, remedy }: ReportedFinding, { mode, path }: ResultContext): Fix[] {
  if (edits.length === 0 || outcome === 'rolledBack' || (outcome === 'fixed' && mode === 'write')) return [];
  const text = remedy === 'fix' ? 'Mend it, which cannot change what correct code does.' : 'Mend it, and look at what that changes.';
  const replacements = edits.map(edit => ({
    deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
    insertedContent: { text: edit.text },
  }));
  return [{ description: { text }, artifactChanges: [{ artifactLocation: toArtifactLocation(path), replacements }] }];
}

function toProperties({ call, execution, library, operation, outcome, remedy, via }: ReportedFinding): Result['properties'] {
  return { call, execution, library, operation, outcome, remedy, via: [...via] };
}
