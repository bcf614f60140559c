import type ts from 'typescript';
import { analyseFile } from '../../../src/analysis/analyse-file.js';
import { classifyConnection } from '../../../src/analysis/connections/classify-connection.js';
import { explainCalls } from '../../../src/analysis/explain-calls.js';
import { editsOfChange, type Finding } from '../../../src/analysis/finding.js';
import { chooseRemedy } from '../../../src/analysis/remedies/choose-remedy.js';
import type { CheckedUnit } from '../../../src/analysis/unit.js';
import { findSuspects } from '../../../src/analysis/kinds/find-suspects.js';
import { createTracing } from '../../../src/codemods/make-async/create-tracing.js';
import { planMakeAsync } from '../../../src/codemods/make-async/plan-make-async.js';
import { engines } from '../unit-of.js';

/** What went wrong with some texts. */
export interface Crash {
  readonly fileName: string;
  /** The error, with the places of this package that it came through. */
  readonly error: string;
}

/** How much is asked of each file beside its findings. */
export interface Depth {
  /** Whether every call is explained, and a remedy is chosen for each that may lose something, whatever it calls. */
  readonly explains: boolean;
  /** For how many findings a plan is made to make functions async. */
  readonly plans: number;
}

/** Asks everything of some files that anybody asks of them, and gives what went wrong. */
export function findCrashes(
  { program, units }: { readonly program: ts.Program; readonly units: readonly CheckedUnit[] },
  depth: Depth,
): readonly Crash[] {
  return units.flatMap(unit => {
    try {
      askAll(program, unit, depth);
      return [];
    } catch (error) {
      return [{ fileName: unit.sourceFile.fileName, error: describe(error) }];
    }
  });
}

function askAll(program: ts.Program, unit: CheckedUnit, { explains, plans }: Depth): void {
  const { findings } = analyseFile(unit);
  for (const finding of findings) assertInText(finding, unit);
  if (explains) {
    explainCalls(unit, { start: 0, end: unit.sourceFile.text.length });
    for (const suspect of findSuspects(unit, () => true))
      chooseRemedy({ ...suspect, ...anyCall, connection: classifyConnection(suspect.call, unit) }, unit);
  }
  const tracing = createTracing(engines.of(program), {
    toUnit: sourceFile => ({ ...unit, sourceFile }),
    isEditable: () => true,
    findExternalCaller: () => undefined,
    toPath: path => path,
  });
  const planned = findings.filter(({ remedy }) => remedy.type === 'manual' && remedy.whenAsync).slice(0, plans);
  for (const finding of planned) planMakeAsync(finding, { sourceFile: unit.sourceFile, tracing, isWanted: () => true });
}

/** What is said of a call whose remedy is asked for, whatever it calls. */
const anyCall = {
  origin: { library: 'project', receiver: undefined, method: 'save', operation: 'write', execution: 'eager', via: [] },
  handled: undefined,
  mayReject: true,
  isBulk: true,
  isCached: false,
  isHandled: false,
  isOnPurpose: false,
  mayHang: false,
  isOpenEnded: false,
  persisting: undefined,
  pausesForLong: false,
} as const;

/** Fails unless a finding, and the edits that mend it, are places of the text. */
function assertInText({ kind, range, remedy }: Finding, { sourceFile: { text } }: CheckedUnit): void {
  const edits = remedy.type === 'manual' ? [] : editsOfChange(remedy.change);
  for (const { end, start } of [range, ...edits])
    if (!(start >= 0 && start <= end && end <= text.length))
      throw new RangeError(`${kind}: ${start} to ${end} is no place of the text`);
}

function describe(error: unknown): string {
  const [message = '', ...frames] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split(
    '\n',
  );
  return [message, ...frames.filter(frame => frame.includes('/src/')).slice(0, 4)].join('\n');
}
