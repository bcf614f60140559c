import { createRequire } from 'node:module';
import type * as morph from 'ts-morph';
import type { Edit } from '../analysis/finding.js';

/** Gives the text of a file after some edits. */
export interface EditApplier {
  apply(path: string, text: string, edits: readonly Edit[]): string;
}

/**
 * Creates an applier on ts-morph, which is large and loaded with the first edit: most runs find nothing to edit. Each file
 * is opened alone and all its edits are applied in one step, which keeps line ends and indentation as they are.
 */
export function createEditApplier(): EditApplier {
  let project: morph.Project | undefined;
  return {
    apply(path, text, edits) {
      project ??= createProject();
      const sourceFile = project.createSourceFile(path, text, { overwrite: true });
      sourceFile.applyTextChanges(
        edits.map(({ end, start, text: newText }) => ({ span: { start, length: end - start }, newText })),
      );
      const result = sourceFile.getFullText();
      project.removeSourceFile(sourceFile);
      return result;
    },
  };
}

function createProject(): morph.Project {
  const { Project } = createRequire(import.meta.url)('ts-morph') as typeof morph;
  return new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, skipFileDependencyResolution: true });
}
