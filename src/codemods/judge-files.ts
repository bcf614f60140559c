import { extname } from 'node:path';
import type ts from 'typescript';
import { analyseFile } from '../analysis/analyse-file.js';
import type { FilePolicy, Policy } from '../analysis/configuration/policy.js';
import type { CheckedUnit } from '../analysis/unit.js';
import type { Engine } from '../engines/engine.js';
import { Crash, inFile } from './crash.js';
import { describeUnreadable } from './describe-unreadable.js';
import { EditedText } from './edited-text.js';
import type { Skip } from './file-outcome.js';
import { countFindings, type FileState } from './file-state.js';
import { createYielder, type Watch } from './progress.js';
import { readSourceText, type SourceText } from './source-text.js';

/** The context in which files are judged. */
export interface Judging extends Watch {
  readonly engine: Engine;
  readonly policy: Policy;
  readonly toUnit: (sourceFile: ts.SourceFile, policy: FilePolicy) => CheckedUnit;
}

/** The result of judging some files. */
export interface JudgedFiles {
  readonly states: readonly FileState[];
  /** Files that were not judged, or not to their end; the latter have a state as well. */
  readonly skips: readonly Skip[];
}

/** Judges files of a project, but for those that the project leaves out. One that cannot be read, or that the analysis fails on, keeps none of the others from being judged. */
export async function judgeFiles(files: readonly ts.SourceFile[], judging: Judging): Promise<JudgedFiles> {
  const states: FileState[] = [];
  const skips: Skip[] = [];
  const yieldToEventLoop = createYielder(judging);
  for (const [index, sourceFile] of files.entries()) {
    await yieldToEventLoop(() => ({
      phase: 'judging',
      files: { done: index, all: files.length },
      findings: countFindings(states),
    }));
    const judged = judgeSafely(sourceFile, judging);
    if (judged.state) states.push(judged.state);
    if (judged.skip) skips.push(judged.skip);
  }
  return { states, skips };
}

/** Explains why a part of a project cannot be read, unless the project excludes it. `example` is an empty file that represents it. */
export function judgeUnread(path: string, example: ts.SourceFile, policy: Policy): Skip {
  const decision = policy.decide(example);
  return {
    fileName: path,
    ...(decision.kind === 'skipped'
      ? { cause: 'leftOut', reason: decision.reason }
      : { cause: 'unreadable', reason: describeUnreadable(path) }),
  };
}

interface Judged {
  readonly state?: FileState;
  readonly skip?: Skip;
}

function judgeSafely(sourceFile: ts.SourceFile, judging: Judging): Judged {
  const { fileName } = sourceFile;
  try {
    return inFile(fileName, () => judge(sourceFile, judging));
  } catch (error) {
    if (error instanceof Crash) return { skip: { fileName, cause: 'crashed', reason: error.reason } };
    throw error;
  }
}

function judge(sourceFile: ts.SourceFile, judging: Judging): Judged {
  const { fileName, text } = sourceFile;
  const decision = judging.policy.decide(sourceFile);
  if (decision.kind === 'skipped') return { skip: { fileName, cause: 'leftOut', reason: decision.reason } };
  const original = readAgain(fileName);
  if (typeof original === 'string') return { skip: { fileName, cause: 'unreadable', reason: original } };
  if (original.text !== text)
    return { skip: { fileName, cause: 'unreadable', reason: 'it changed while it was being read' } };
  const unit = judging.toUnit(sourceFile, decision.policy);
  if (unit.checks.kinds.size === 0)
    return { skip: { fileName, cause: 'leftOut', reason: 'no rule that is on for it is selected' } };
  const problem = findSyntaxError(sourceFile, judging);
  const state = judgeText(original, unit, {
    policy: decision.policy,
    readOnlyReason: problem && `this file has a syntax error: ${problem}`,
  });
  return problem === undefined
    ? { state }
    : { state, skip: { fileName, cause: 'unreadable', reason: `it has a syntax error: ${problem}` } };
}

/** The text of a file, or why there is none. */
function readAgain(fileName: string): SourceText | string {
  try {
    return readSourceText(fileName) ?? 'the file is not UTF-8';
  } catch {
    return describeUnreadable(fileName);
  }
}

/** The first error that keeps a file from being understood to its end. */
function findSyntaxError(sourceFile: ts.SourceFile, { engine }: Judging): string | undefined {
  if (extname(sourceFile.fileName) === '.json') return undefined; // which makes no calls
  const error = engine.diagnostics.syntactic(sourceFile).find(({ code }) => !isOfJavaScript(code));
  if (!error) return undefined;
  const { line } = sourceFile.getLineAndCharacterOfPosition(error.start);
  return `line ${line + 1}: ${error.text}`;
}

/** Whether an error says that only TypeScript may write something, which is understood in JavaScript all the same. */
function isOfJavaScript(code: number): boolean {
  return code >= 8000 && code < 9000;
}

function judgeText(
  original: SourceText,
  unit: CheckedUnit,
  { policy, readOnlyReason }: Pick<FileState, 'policy' | 'readOnlyReason'>,
): FileState {
  const { fileName, text } = unit.sourceFile;
  const analysis = analyseFile(unit);
  const standings = policy.standingsOf(unit.sourceFile, analysis.findings);
  return {
    fileName,
    original,
    readOnlyReason,
    policy,
    analysis,
    standings,
    edited: new EditedText(text),
    text,
    settled: new Map(),
  };
}
