import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.js';
import { runCommand } from './run-command.js';

/** A tarball as npm would publish it. */
export interface Package {
  readonly tarball: string;
  /** Paths of the files in it, in order. */
  readonly files: readonly string[];
  /** Deletes the tarball. */
  readonly dispose: () => Promise<void>;
}

/** Packs what has been built. */
export async function packPackage(): Promise<Package> {
  const parent = join(root, '.tmp');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'pack-'));
  const { exitCode, stderr, stdout } = await runCommand(
    root,
    'npm',
    'pack',
    '--json',
    '--ignore-scripts',
    '--pack-destination',
    folder,
  );
  if (exitCode !== 0) throw new Error(`npm pack failed.\n${stderr}`);
  const [packed] = JSON.parse(stdout) as readonly PackedPackage[]; // the form that `npm pack --json` documents
  if (!packed) throw new Error('npm pack packed nothing.');
  return {
    tarball: join(folder, packed.filename),
    files: packed.files.map(({ path }) => path).toSorted(),
    dispose: () => rm(folder, { recursive: true }),
  };
}

interface PackedPackage {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}
