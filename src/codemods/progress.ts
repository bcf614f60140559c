import { setImmediate } from 'node:timers/promises';

/** The progress of a project. */
export interface ProjectProgress {
  readonly phase: 'waiting' | 'loading' | 'judging' | 'repairing' | 'done';
  /** How many of its files are judged, and how many are to be. */
  readonly files: { readonly done: number; readonly all: number };
  /** How many findings they have. */
  readonly findings: number;
}

/** How far a run is. */
export interface Progress {
  /** How many projects are done, and how many there are. */
  readonly projects: ProjectProgress['files'];
  /** How many files of all projects are judged, and how many are to be as far as is known: those of a project are known once it is loaded. */
  readonly files: ProjectProgress['files'];
  readonly findings: number;
}

/** The progress of a project that has not started. */
export const notStarted: ProjectProgress = { phase: 'waiting', files: { done: 0, all: 0 }, findings: 0 };

/** How often a long computation lets others run, in milliseconds. */
const yieldInterval = 50;

/** A long computation that can be watched and ended. */
export interface Watch {
  readonly signal: AbortSignal | undefined;
  readonly tell: (progress: ProjectProgress) => void;
}

/** Gives a function to call again and again in a long computation: now and then it tells how far that is, and lets timers and signals through. */
export function createYielder({ signal, tell }: Watch): (measure: () => ProjectProgress) => Promise<void> {
  let last = 0;
  return async measure => {
    if (performance.now() - last < yieldInterval) return;
    tell(measure());
    await setImmediate();
    signal?.throwIfAborted();
    last = performance.now();
  };
}

/** Adds up what the projects of a run are at. */
export function addUpProgress(projects: readonly ProjectProgress[]): Progress {
  const sum = (numberOf: (project: ProjectProgress) => number): number =>
    projects.reduce((total, project) => total + numberOf(project), 0);
  return {
    projects: { done: projects.filter(({ phase }) => phase === 'done').length, all: projects.length },
    files: { done: sum(({ files }) => files.done), all: sum(({ files }) => files.all) },
    findings: sum(({ findings }) => findings),
  };
}
