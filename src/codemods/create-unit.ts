import type ts from 'typescript';
import { withSyncFunctions } from '../analysis/configuration/checks.js';
import { narrowChecks, widenChecks } from '../analysis/configuration/narrow-checks.js';
import type { FilePolicy } from '../analysis/configuration/policy.js';
import type { ProjectAnalyses } from '../analysis/project-analysis.js';
import type { CheckedUnit } from '../analysis/unit.js';
import { catalogue } from '../catalogue/catalogue.js';
import { classicTypeFacts } from '../engines/classic/classic-type-facts.js';
import type { Project } from './load-projects.js';
import type { Task } from './prepare-task.js';

/** What the files of a project have in common. */
export interface UnitContext {
  readonly project: Project;
  readonly task: Task;
  readonly analyses: ProjectAnalyses;
}

/** Makes a unit of a file of a program, which is judged by a policy. */
export function createUnit(
  sourceFile: ts.SourceFile,
  { policy, program }: { readonly policy: FilePolicy; readonly program: ts.Program },
  { analyses, project, task }: UnitContext,
): CheckedUnit {
  const compiler = project.compiler.ts;
  const ofPolicy = policy.checksOf(sourceFile);
  const checks = narrowChecks(
    widenChecks(task.makeAsync === 'none' ? ofPolicy : withSyncFunctions(ofPolicy), task.filter),
    task.filter,
  );
  const facts = classicTypeFacts(compiler, program);
  return analyses.of({ syntax: compiler, facts, catalogue, settings: policy.settings }).unitOf(sourceFile, checks);
}
