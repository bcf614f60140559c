import { diskQuestions, type Dependency } from '../../dependencies.js';
import { describeConfiguration } from '../../eslint-host/describe-configuration.js';
import type { ConfigurationRequest } from '../../eslint-host/read-configuration.js';
import { askGit } from '../find-read-only.js';

/** Whether all questions have the answers that they had. Those that cost little come first. */
export async function areUnchanged(dependencies: readonly Dependency[]): Promise<boolean> {
  const configurations = dependencies.filter(({ kind }) => kind === 'configuration');
  if (!dependencies.every(dependency => dependency.kind === 'configuration' || isUnchanged(dependency))) return false;
  for (const { answer, subject } of configurations)
    if ((await describeConfiguration(JSON.parse(subject) as ConfigurationRequest)) !== answer) return false; // which load-policy.ts wrote
  return true;
}

function isUnchanged({ answer, kind, subject }: Dependency): boolean {
  return questions[kind]?.(subject) === answer;
}

/** All questions that are answered at once. */
const questions: Readonly<Partial<Record<string, (subject: string) => string>>> = { ...diskQuestions, ignored: askGit };
