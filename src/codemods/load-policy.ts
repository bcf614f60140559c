import { dirname } from 'node:path';
import type ts from 'typescript';
import { checksOfRules } from '../analysis/configuration/checks.js';
import { rulesNamedIn } from '../analysis/configuration/narrow-checks.js';
import type { Policy } from '../analysis/configuration/policy.js';
import { presets } from '../analysis/configuration/rule-options.js';
import { defaultSettings } from '../analysis/configuration/settings.js';
import { isRecording, noteAnswer } from '../dependencies.js';
import type { Syntax } from '../syntax/syntax.js';
import { describeConfiguration } from '../eslint-host/describe-configuration.js';
import { openESLintPolicy } from '../eslint-host/open-eslint-policy.js';
import type { Project } from './load-projects.js';
import type { Task } from './prepare-task.js';
import { uniformPolicy } from './uniform-policy.js';
import { UsageError } from './usage-error.js';

/** The files whose policy is asked for, and what made their trees. */
export interface PolicyFiles {
  readonly files: readonly ts.SourceFile[];
  readonly syntax: Syntax;
}

/** Loads how a project wants some of its files judged, from its own ESLint if that can be loaded. Throws a {@link UsageError} for configuration that cannot be read. */
export async function loadPolicy(
  project: Project,
  { files, syntax }: PolicyFiles,
  { filter, preset, readsConfig, settings }: Task,
): Promise<Policy> {
  const named = rulesNamedIn(filter);
  const request = {
    folder: dirname(project.configPath),
    fileNames: files.map(({ fileName }) => fileName),
    allFileNames: project.config.fileNames,
    readsConfig,
    preset,
    named,
  };
  const opened = await openESLintPolicy({ ...request, syntax, settings });
  if (isRecording()) {
    const answer = await describeConfiguration(request);
    noteAnswer('configuration', JSON.stringify(request), () => answer);
  }
  switch (opened.kind) {
    case 'opened':
      return opened.policy;
    case 'noESLint': {
      const policy = uniformPolicy(
        checksOfRules({ ...Object.fromEntries(named.map(rule => [rule, {}])), ...presets[preset ?? 'recommended'] }),
        settings ?? defaultSettings,
      );
      return { notices: [noESLint], decide: () => ({ kind: 'judged', policy }) };
    }
    case 'unreadable':
      throw new UsageError(opened.problem);
  }
}

const noESLint =
  'No ESLint was found, so its configuration and `eslint-disable` comments are ignored. Install eslint 9 or later in the project.';
