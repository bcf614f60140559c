import type ts from 'typescript';
import { withSyncFunctions } from '../analysis/configuration/checks.js';
import { narrowChecks, widenChecks } from '../analysis/configuration/narrow-checks.js';
import type { FilePolicy } from '../analysis/configuration/policy.js';
import type { ProjectAnalyses } from '../analysis/project-analysis.js';
import type { CheckedUnit } from '../analysis/unit.js';
import { catalogue } from '../catalogue/catalogue.js';
import type { Engine } from '../engines/engine.js';
import { UsageError } from './usage-error.js';
import type { Task } from './prepare-task.js';

/** Everything that is needed to judge a file. */
export interface UnitContext {
  readonly engine: Engine;
  readonly policy: FilePolicy;
  readonly task: Task;
  readonly analyses: ProjectAnalyses;
}

/** Makes a unit of a file of an engine, which is judged by a policy. Throws a {@link UsageError} where what a package says of itself is wrong. */
export function createUnit(sourceFile: ts.SourceFile, { analyses, engine, policy, task }: UnitContext): CheckedUnit {
  const ofPolicy = policy.checksOf(sourceFile);
  const checks = narrowChecks(
    widenChecks(task.makeAsync === 'none' ? ofPolicy : withSyncFunctions(ofPolicy), task.filter),
    task.filter,
  );
  const analysis = analyses.of({ engine, catalogue, settings: policy.settings });
  if (analysis.problems.length > 0) throw new UsageError(analysis.problems.join(' '));
  return analysis.unitOf(sourceFile, checks);
}
