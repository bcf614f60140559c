import { analyseFile } from '../analysis/analyse-file.js';
import { explainCalls, type CallExplanation } from '../analysis/explain-calls.js';
import type { Range } from '../analysis/finding.js';
import type { FilePolicy, Standing, Standings } from '../analysis/configuration/policy.js';
import { ProjectAnalyses } from '../analysis/project-analysis.js';
import type { CheckedUnit } from '../analysis/unit.js';
import { PublishedFiles } from '../engines/published-files.js';
import { inFile } from './crash.js';
import { createUnit } from './create-unit.js';
import { describeUnreadable } from './describe-unreadable.js';
import { loadPolicy } from './load-policy.js';
import type { ScanOptions } from './options.js';
import { prepareRun } from './prepare-run.js';
import { createProjectHost } from './project-host.js';
import { toReportPath } from './report-root.js';
import { isSelected, selectFiles, selectUnread } from './select-files.js';
import { UsageError } from './usage-error.js';

/** A line of a file. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A call on the line, with its position and how the project treats a finding there. */
export interface PlacedExplanation extends CallExplanation {
  readonly line: number;
  readonly column: number;
  /** Undefined where nothing was found. */
  readonly standing: Standing | undefined;
}

/** Why the calls of one line were found, left alone or not understood. */
export interface LineExplanation {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly calls: readonly PlacedExplanation[];
}

/** Explains what is said, or not said, of every call of a line. Throws a {@link UsageError} for a line that is not judged at all. */
export async function explain({ file, line }: Place, options: ScanOptions = {}): Promise<LineExplanation> {
  const { assignment, projects, root, task } = await prepareRun('scan', { ...options, paths: [file] });
  for (const project of projects) {
    const host = createProjectHost(project);
    const engine = host.engineWith(new Map());
    const sourceFile = selectFiles(engine, project, assignment).find(({ fileName }) =>
      isSelected(fileName, task.files),
    );
    const unread = selectUnread(host.unread(), project, assignment).find(({ path }) => isSelected(path, task.files));
    if (unread) throw new UsageError(`${file}: this file is not judged: ${describeUnreadable(unread.path)}.`);
    if (!sourceFile) continue;
    const decision = (await loadPolicy(project, { files: [sourceFile], syntax: engine.syntax }, task)).decide(
      sourceFile,
    );
    if (decision.kind === 'skipped') throw new UsageError(`${file}: this file is not judged: ${decision.reason}.`);
    const { policy } = decision;
    const analyses = new ProjectAnalyses(files => new PublishedFiles().of(files));
    const unit = createUnit(sourceFile, { analyses, engine, policy, task });
    const range = rangeOfLine(sourceFile.getLineStarts(), line, sourceFile.end, file);
    const { calls, standings } = inFile(sourceFile.fileName, () => explainIn(unit, range, policy));
    return {
      path: toReportPath(sourceFile.fileName, root),
      line,
      text: (sourceFile.text.split(/\r?\n/)[line - 1] ?? '').trim(),
      calls: calls.map(call => ({
        ...call,
        ...toPosition(call.range),
        standing: call.verdict.kind === 'lost' ? standings.of(call.verdict.finding) : undefined,
      })),
    };

    function toPosition({ start }: Range): Pick<PlacedExplanation, 'column' | 'line'> {
      const { character, line: index } = unit.sourceFile.getLineAndCharacterOfPosition(start);
      return { line: index + 1, column: character + 1 };
    }
  }
  throw new UsageError(
    `${file}: matches no TypeScript file of ${projects.map(({ configPath }) => configPath).join(', ')}. Name the tsconfig that includes it with --project.`,
  );
}

function explainIn(
  unit: CheckedUnit,
  range: Range,
  policy: FilePolicy,
): { readonly calls: readonly CallExplanation[]; readonly standings: Standings } {
  const calls = explainCalls(unit, range);
  const findings = calls.flatMap(({ verdict }) => (verdict.kind === 'lost' ? [verdict.finding] : []));
  return {
    calls,
    standings: policy.standingsOf(
      unit.sourceFile,
      findings,
      policy.standingsOf(unit.sourceFile, analyseFile(unit).findings),
    ),
  };
}

function rangeOfLine(starts: readonly number[], line: number, end: number, file: string): Range {
  const start = starts[line - 1];
  if (start === undefined) throw new UsageError(`${file}:${line}: the file has only ${starts.length} lines.`);
  return { start, end: starts[line] ?? end + 1 };
}
