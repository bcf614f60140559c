import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConsumer } from '../support/packaging/create-consumer.js';
import { installPackage } from '../support/packaging/install-package.js';
import { packPackage } from '../support/packaging/pack-package.js';
import { runCommand } from '../support/packaging/run-command.js';

const lossy = `import 'reflect-metadata';
import { Column, Entity, PrimaryGeneratedColumn, type Repository } from 'typeorm';

@Entity()
export class Post {
  @PrimaryGeneratedColumn()
  id = 0;

  @Column()
  title = '';
}

export class PostService {
  private readonly repository: Repository<Post>;

  constructor(repository: Repository<Post>) {
    this.repository = repository;
  }

  async find(id: number): Promise<Post | null> {
    return this.repository.findOneBy({ id });
  }

  async rename(post: Post, title: string): Promise<void> {
    post.title = title;
    this.repository.save(post);
  }
}
`;
const sound = lossy.replace('    this.repository.save(post);', '    await this.repository.save(post);');
const finding = { file: 'src/post-service.ts', ruleId: 'persistence/no-unawaited-calls', line: 26 };

const eslintVersions = ['eslint@9', 'eslint@10'];
const installations = new Map<string, string>();

beforeAll(async () => {
  const { dispose, tarball } = await packPackage();
  await Promise.all(
    eslintVersions.map(async eslint => installations.set(eslint, await installPackage(tarball, eslint))),
  );
  await dispose();
});

afterAll(async () => {
  await Promise.all([...installations.values()].map(folder => rm(folder, { recursive: true })));
});

describe.each(eslintVersions)('with %s', eslint => {
  const installation = () => installationWith(eslint);

  test('the installed version is the one meant', async () => {
    const { stdout } = await runCommand(installation(), 'npx', 'eslint', '--version');
    expect(stdout.trim()).toMatch(new RegExp(`^v${eslint.slice('eslint@'.length)}\\.`));
  });

  test('an ESM configuration flags the lost call, the command line repairs it once, and ESLint is content', async () => {
    const consumer = await createConsumer(installation(), 'ESM', lossy);
    expect(await consumer.lint()).toEqual([finding]);

    const scan = await consumer.command('scan');
    expect(scan.exitCode).toBe(1);
    expect(scan.stdout).toContain('src/post-service.ts');
    expect(scan.stdout).toContain('26:5');
    expect(await consumer.service()).toBe(lossy);

    expect(await consumer.command('fix', '--write', '--allow-no-vcs')).toMatchObject({ exitCode: 0 });
    expect(await consumer.service()).toBe(sound);

    const written = await stat(join(consumer.folder, finding.file));
    expect(await consumer.command('fix', '--write', '--allow-no-vcs')).toMatchObject({ exitCode: 0 });
    expect(await consumer.service()).toBe(sound);
    expect(await stat(join(consumer.folder, finding.file))).toMatchObject({
      ino: written.ino,
      mtimeMs: written.mtimeMs,
    });

    expect(await consumer.lint()).toEqual([]);
  });

  test('a CommonJS configuration flags the lost call', async () => {
    const consumer = await createConsumer(installation(), 'CommonJS', lossy);
    expect(await consumer.lint()).toEqual([finding]);
  });

  test('the codemod can be called from a program', async () => {
    const { folder } = await createConsumer(installation(), 'ESM', lossy);
    const program = `
      import { scan } from 'eslint-plugin-persistence/codemod';
      const { files } = await scan();
      console.log(JSON.stringify(files.flatMap(({ findings, path }) => findings.map(({ line }) => ({ path, line })))));
    `;
    const { stderr, stdout } = await runCommand(folder, process.execPath, '--input-type=module', '--eval', program);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([{ path: finding.file, line: finding.line }]);
  });

  test('the types of both entries hold in ES modules and in CommonJS modules', async () => {
    const folder = join(installation(), 'types');
    await mkdir(folder);
    for (const [name, text] of Object.entries(users)) await writeFile(join(folder, name), text);
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: typeCheckOptions, files: Object.keys(users) }),
    );
    expect(await runCommand(folder, 'npx', 'tsc', '--project', '.')).toMatchObject({ exitCode: 0, stdout: '' });
  });
});

function installationWith(eslint: string): string {
  const folder = installations.get(eslint);
  if (folder === undefined) throw new Error(`Nothing is installed with ${eslint}.`);
  return folder;
}

const typeCheckOptions = { target: 'ES2023', module: 'NodeNext', strict: true, noEmit: true, types: [] };

const useOfTypes = `
const settings: PersistenceSettings = {};
export const config: Linter.Config[] = [
  persistence.configs.recommended,
  persistence.configs.strict,
  { plugins: { persistence }, settings: { persistence: settings }, rules: { 'persistence/no-unawaited-calls': 'error' } },
];
// @ts-expect-error -- types that are \`any\` would allow it
export const missing = persistence.configs.missing;

export async function countFindings(options: FixOptions & ScanOptions): Promise<number> {
  try {
    const reports: Report[] = [await scan(options), await fix({ ...options, write: true })];
    // @ts-expect-error -- types that are \`any\` would allow it
    await scan({ cwd: 1 });
    return reports.reduce((total, { summary }) => total + summary.findings, 0);
  } catch (error) {
    if (error instanceof UsageError) return 0;
    throw error;
  }
}
`;

const users = {
  'user.mts': `import type { Linter } from 'eslint';
import persistence, { type PersistenceSettings } from 'eslint-plugin-persistence';
import { fix, scan, UsageError, type FixOptions, type Report, type ScanOptions } from 'eslint-plugin-persistence/codemod';
${useOfTypes}`,
  'user.cts': `import type { Linter } from 'eslint';
import type { PersistenceSettings } from 'eslint-plugin-persistence';
import persistence = require('eslint-plugin-persistence');
import { fix, scan, UsageError, type FixOptions, type Report, type ScanOptions } from 'eslint-plugin-persistence/codemod';
${useOfTypes}`,
};
