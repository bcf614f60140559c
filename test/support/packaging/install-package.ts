import { mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.js';

/** What a TypeORM service that is linted with types depends on. */
const companions = ['reflect-metadata', 'typeorm', 'typescript@~6.0', 'typescript-eslint'];

/** Installs a tarball as a user would, outside the repository, and gives the folder. @example installPackage(tarball, 'eslint@9') */
export async function installPackage(tarball: string, eslint: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'persistence-')));
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const { exitCode, stderr, stdout } = await runCommand(
    folder,
    'npm',
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    tarball,
    eslint,
    ...companions,
  );
  if (exitCode !== 0) throw new Error(`npm install failed.\n${stdout}${stderr}`);
  return folder;
}
