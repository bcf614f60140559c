import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from './paths.js';

/** The tsconfig of a small project, as an object so that a test can change parts of it. */
export const tsconfig = {
  compilerOptions: { target: 'ES2022', module: 'NodeNext', types: ['node'], strict: true, skipLibCheck: true },
  include: ['src'],
};

/**
 * Writes a small project to a folder of its own, below the repository so that its packages resolve, and removes it when
 * the test is over. Gives the folder. Where `files` has none, a tsconfig is added, and an ESLint configuration that says
 * nothing, so that the repository's own is not read.
 */
export function createProject(files: Readonly<Record<string, string | Uint8Array>>): string {
  mkdirSync(resolve(root, '.tmp'), { recursive: true });
  const folder = mkdtempSync(resolve(root, '.tmp/project-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries({
    'tsconfig.json': JSON.stringify(tsconfig),
    'eslint.config.js': 'export default [{}];',
    ...files,
  })) {
    mkdirSync(dirname(resolve(folder, name)), { recursive: true });
    writeFileSync(resolve(folder, name), content);
  }
  return folder;
}

/** A file with one floating call, on line 5. */
export const faulty = `import type { Container } from '@azure/cosmos';

export class ThreadRepository {
  constructor(private readonly container: Container) {}
  async create(): Promise<void> { this.container.items.create({}); }
}
`;

/** {@link faulty}, repaired. */
export const repaired = faulty.replace('{ this.', '{ await this.');

/** The tsconfig of a project without any package, which takes a fraction of the time. */
export const lightConfig = {
  compilerOptions: { ...tsconfig.compilerOptions, lib: ['ES2022'], types: [] },
  include: ['src'],
};

/** A file with one floating call of a repository of its own, on line 4. */
export const light = `export class ThreadRepository {
  async create(): Promise<void> { await Promise.resolve(); }
}
export async function open(threads: ThreadRepository): Promise<void> { threads.create(); }
`;

/** {@link light}, repaired. */
export const lightRepaired = light.replace('{ threads.', '{ await threads.');
