import type { Report } from '../../../src/codemods/index.js';
import { createProject } from '../create-project.js';
import { openDatabase } from './build-executor.js';

/** What opens the database in the projects of {@link createSqliteProject}. */
export const executor = { database: 'src/open-database.ts#openDatabase' };

/** A repository with a method of the given body. */
export function repository(body: string): string {
  return `import Database from 'libsql';

export class Notes {
  constructor(private readonly db: Database.Database) {}

  async work(id: number): Promise<unknown> {
    ${body}
  }
}
`;
}

/** {@link repository}, when the statements of its method have been moved. */
export function moved(body: string): string {
  return repository(body).replace("'libsql';\n", "'libsql';\nimport { offload } from './database-executor.js';\n");
}

/** Writes a small project on libsql to a folder of its own. */
export function createSqliteProject(files: Readonly<Record<string, string>>): string {
  return createProject({ 'package.json': '{ "type": "module" }', 'src/open-database.ts': openDatabase, ...files });
}

/** Why the findings of a file were left, in the order of the text; undefined for those that were mended. */
export function reasonsIn({ files }: Report, path: string): readonly (string | undefined)[] {
  return (
    files
      .find(file => file.path === path)
      ?.findings.map(({ reason, outcome }) => (outcome === 'fixed' || outcome === 'fixable' ? undefined : reason)) ?? []
  );
}
