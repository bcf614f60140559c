import type { EngineHost } from '../engine.js';
import { ClassicEngines } from './classic-engines.js';
import { createSourceFinder } from './workspace/create-source-finder.js';
import { createProgramHost, type ClassicProject } from './create-program-host.js';

/** Creates what makes the engines of a project with TypeScript 5.4 to 6.0. */
export function createClassicHost(project: ClassicProject): EngineHost {
  const sources = createSourceFinder(project.compiler);
  const programs = createProgramHost({ ...project, sources });
  const engines = new ClassicEngines(project.compiler, sources);
  return {
    engineWith: texts => engines.of(programs.programWith(texts)),
    unread: () => programs.unread(),
    release: () => {
      programs.release();
    },
  };
}
