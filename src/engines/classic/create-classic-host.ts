import type { EngineHost } from '../engine.js';
import { classicEngine } from './classic-engine.js';
import { createProgramHost, type ClassicProject } from './create-program-host.js';

/** Creates what makes the engines of a project with TypeScript 5.4 to 6.0. */
export function createClassicHost(project: ClassicProject): EngineHost {
  const programs = createProgramHost(project);
  return {
    engineWith: texts => classicEngine(project.compiler, programs.programWith(texts)),
    unread: () => programs.unread(),
    release: () => {
      programs.release();
    },
  };
}
