import { findFaultyRepairs, type CheckedProject } from './find-faulty-repairs.js';
import type { Project } from './load-projects.js';
import type { Verification } from './options.js';
import { createProjectHost } from './project-host.js';
import type { Repair } from './repair.js';
import type { Workspace } from './workspace.js';

/** The project that verification works on. */
export interface VerificationContext extends Pick<CheckedProject, 'host'> {
  readonly verify: Verification;
  /** The other projects that list one of the files. */
  readonly othersWith: (fileNames: readonly string[]) => readonly Project[];
  /** The name of a project's tsconfig in messages. */
  readonly nameOf: (project: Project) => string;
}

/**
 * Finds the repairs that bring a file an error, each with a sentence that says so: in the project that the files are judged in,
 * and where that finds none, in every other one that lists an edited file. Each has an engine of its own, and only one is alive.
 */
export function verifyRepairs(workspace: Workspace, context: VerificationContext): ReadonlyMap<Repair, string> {
  const { host, nameOf, othersWith, verify } = context;
  if (verify === 'off') return new Map();
  const faulty = findFaultyRepairs(workspace, { host, verify });
  if (faulty.size > 0) return describe(faulty, 'the edited file no longer type-checks');
  for (const other of othersWith(workspace.fileNames)) {
    host.release();
    const elsewhere = findFaultyRepairs(workspace, { host: createProjectHost(other), verify });
    if (elsewhere.size > 0) return describe(elsewhere, `the edited file no longer type-checks in \`${nameOf(other)}\``);
  }
  return new Map();
}

function describe(faulty: ReadonlyMap<Repair, string>, sentence: string): ReadonlyMap<Repair, string> {
  return new Map([...faulty].map(([repair, error]) => [repair, `${sentence}: ${error}`]));
}
