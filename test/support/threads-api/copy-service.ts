import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { root } from '../paths.js';

/** A copy of a service, to be repaired and run. */
export interface CopiedService {
  readonly directory: string;
  readonly remove: () => Promise<void>;
}

/** The services, each with those whose sources it takes part of. */
const services = { 'threads-api': [], 'threads-sqlite': ['threads-api'] } as const satisfies Record<
  string,
  readonly string[]
>;

/** Copies the sources of a service to a fresh folder inside the project, where its dependencies resolve. */
export async function copyService(name: keyof typeof services): Promise<CopiedService> {
  const parent = join(root, '.tmp');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, `${name}-`));
  for (const part of [name, ...services[name]]) {
    await cp(join(root, 'fixtures', part), join(folder, part), { recursive: true, filter: isSource });
  }
  await writeFile(join(folder, 'eslint.config.mjs'), 'export default [{}];'); // so that the repository's own, which ignores this folder, is not read
  return { directory: join(folder, name), remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

function isSource(path: string): boolean {
  return !['dist', 'node_modules'].includes(basename(path));
}
