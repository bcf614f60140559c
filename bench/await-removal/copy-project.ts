import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** A project in a folder that can be written to. */
export interface ProjectCopy {
  /** The copied folder. */
  readonly root: string;
  readonly configPath: string;
  remove(): void;
}

/**
 * Copies the sources of the folder that holds a project to a temporary folder, with links to the packages it has installed.
 * `root` must hold all that its tsconfig reaches by relative paths; by default it is the nearest folder with a lock file,
 * else with a package.json.
 */
export function copyProject(configPath: string, root = findRoot(dirname(configPath))): ProjectCopy {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'persistence-removal-')));
  const target = join(temporary, basename(root));
  copyFolder(root, target);
  const packages = findUpwards(root, ['node_modules']);
  if (packages !== undefined && !existsSync(join(target, 'node_modules')))
    symlinkSync(join(packages, 'node_modules'), join(target, 'node_modules'));
  return {
    root: target,
    configPath: resolve(target, relative(root, configPath)),
    remove: () => {
      rmSync(temporary, { recursive: true });
    },
  };
}

function findRoot(folder: string): string {
  const lockFiles = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];
  return findUpwards(folder, lockFiles) ?? findUpwards(folder, ['package.json']) ?? folder;
}

function findUpwards(start: string, names: readonly string[]): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (names.some(name => existsSync(join(folder, name)))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name === '.git') continue;
    if (entry.name === 'node_modules') symlinkSync(realpathSync(source), target);
    else if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isFile() && /\.(?:[mc]?[jt]sx?|json)$/.test(entry.name)) copyFileSync(source, target);
  }
}
