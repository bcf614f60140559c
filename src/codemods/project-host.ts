import type { EngineHost } from '../engines/engine.js';
import { createClassicHost } from '../engines/classic/create-classic-host.js';
import { askCompiler } from './ask-compiler.js';
import { isThere } from './is-there.js';
import type { Project } from './load-projects.js';

/**
 * Creates what makes the engines of a project. Of the files that they could not read, only those count that are there, or that
 * the project lists.
 */
export function createProjectHost({ compiler, config, configPath }: Project): EngineHost {
  const host = createClassicHost({ compiler: compiler.ts, libraries: compiler.libraries, config });
  const listed = new Set(config.fileNames);
  return {
    ...host,
    engineWith: texts => askCompiler(configPath, compiler, () => host.engineWith(texts)),
    unread: () => host.unread().filter(fileName => listed.has(fileName) || isThere(fileName)),
  };
}
