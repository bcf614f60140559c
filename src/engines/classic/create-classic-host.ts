import type { EngineHost } from '../engine.js';
import { classicEngine } from './classic-engine.js';
import { createProgramHost, type ClassicProject } from './create-program-host.js';

/** Creates what makes the engines of a project with TypeScript 5.4 to 6.0. */
export function createClassicHost(project: ClassicProject): EngineHost {
  const { programWith, release, unread } = createProgramHost(project);
  return { engineWith: texts => classicEngine(project.compiler, programWith(texts)), release, unread };
}
