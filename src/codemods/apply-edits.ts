import type { Project as MorphProject } from 'ts-morph';
import type { Edit } from '../analysis/finding.js';

/** Gives the text of a file after some edits. */
export interface EditApplier {
  apply(path: string, text: string, edits: readonly Edit[]): string;
}

/**
 * Creates an applier on ts-morph, which is loaded only now: most runs find nothing to edit. Each file is opened alone and
 * all its edits are applied in one step, which keeps line ends and indentation as they are.
 */
export async function createEditApplier(): Promise<EditApplier> {
  const { Project } = await import('ts-morph');
  const project: MorphProject = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
  });
  return {
    apply(path, text, edits) {
      const sourceFile = project.createSourceFile(path, text, { overwrite: true });
      sourceFile.applyTextChanges(edits.map(({ end, start, text: newText }) => ({ span: { start, length: end - start }, newText })));
      const result = sourceFile.getFullText();
      project.removeSourceFile(sourceFile);
      return result;
    },
  };
}
