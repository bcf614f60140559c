import type ts from 'typescript';
import { assignFiles } from '../../src/codemods/assign-files.js';
import { loadProjects, type Project } from '../../src/codemods/load-projects.js';
import { ClassicEngines } from '../../src/engines/classic/classic-engines.js';
import { createProgramHost } from '../../src/engines/classic/create-program-host.js';
import { createSourceFinder } from '../../src/engines/classic/workspace/create-source-finder.js';
import { isSelected, selectFiles } from '../../src/codemods/select-files.js';
import type { ProjectCopy } from './copy-project.js';

/** A file of a copy that would be judged, in the program of its project. */
export interface CopiedFile {
  readonly project: Project;
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
}

/** Loads the projects of a copy. */
export async function projectsOf({ configPath, root }: ProjectCopy): Promise<readonly Project[]> {
  return await loadProjects({ cwd: root, paths: [], projects: [configPath], workspaces: false });
}

/** Every file of a copy's own projects that would be judged, each once; what links lead to is left out. */
export function* filesOf(projects: readonly Project[], { root }: ProjectCopy): Generator<CopiedFile> {
  const assignment = assignFiles(projects);
  const seen = new Set<string>();
  for (const project of projects) {
    const program = programOf(project, new Map());
    for (const sourceFile of selectFiles(new ClassicEngines(project.compiler.ts).of(program), project, assignment)) {
      const { fileName } = sourceFile;
      if (seen.has(fileName) || !isSelected(fileName, { paths: [root], changed: undefined })) continue;
      seen.add(fileName);
      yield { project, program, sourceFile };
    }
  }
}

/** The program of a project, with some texts in place of what is on disk: what is measured here is held against the checker itself. */
export function programOf(
  { compiler: { libraries, ts: compiler }, config }: Project,
  texts: ReadonlyMap<string, string>,
): ts.Program {
  return createProgramHost({ compiler, libraries, config, sources: createSourceFinder(compiler) }).programWith(texts);
}
