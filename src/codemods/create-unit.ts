import type ts from 'typescript';
import { withSyncFunctions } from '../analysis/configuration/checks.js';
import { narrowChecks, widenChecks } from '../analysis/configuration/narrow-checks.js';
import type { FilePolicy } from '../analysis/configuration/policy.js';
import type { Unit } from '../analysis/unit.js';
import { catalogue } from '../catalogue/catalogue.js';
import type { OpenProgram } from '../programs.js';
import type { Task } from './prepare-task.js';

/** How a file is judged, and in which program. */
export interface UnitContext {
  readonly policy: FilePolicy;
  readonly program: OpenProgram;
  readonly task: Task;
}

/** Makes a unit of a file of a program, which is judged by a policy. */
export function createUnit(sourceFile: ts.SourceFile, { policy, program, task }: UnitContext): Unit {
  const ofPolicy = policy.checksOf(sourceFile);
  const checks = narrowChecks(
    widenChecks(task.makeAsync === 'none' ? ofPolicy : withSyncFunctions(ofPolicy), task.filter),
    task.filter,
  );
  return { ...program, sourceFile, catalogue, settings: policy.settings, checks };
}
