import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { installIn } from '../support/install-in.js';
import { root } from '../support/paths.js';

const folder = resolve(root, 'fixtures/libraries');

/** Installs the libraries that the fixtures call, those that block, and other majors of those that build queries. Vitest calls it once, before all tests. */
export default function installLibraries(): void {
  installIn(folder);
  installIn(resolve(folder, 'blocking'));
  for (const builders of globSync('builders/*/package.json', { cwd: folder, absolute: true }))
    installIn(dirname(builders));
  generatePrismaClients();
}

/** Generates the clients of both of Prisma's generators, where one is missing. */
function generatePrismaClients(): void {
  const clients = ['node_modules/.prisma/client/index.d.ts', 'prisma/generated/client.ts'];
  if (clients.every(client => existsSync(resolve(folder, client)))) return;
  // Generating needs no schema engine, but Prisma downloads it unless there is one already: any program will do.
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  const prisma = resolve(folder, 'node_modules/prisma/build/index.js');
  execFileSync(process.execPath, [prisma, 'generate', '--no-hints', '--schema', 'prisma/schema.prisma'], {
    cwd: folder,
    env,
    stdio: 'inherit',
  });
}
