import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { isThere } from '../is-there.js';
import { describeError } from '../../describe-error.js';
import { UsageError } from '../usage-error.js';

/** The ESLint configuration of a folder. */
export type ESLintSetup =
  | { readonly kind: 'flat' | 'legacy'; readonly path: string; readonly text: string }
  /** ESLint is a dependency, and has no configuration yet; or neither. */
  | { readonly kind: 'unconfigured' | 'none' };

/** A package manager, by its command. */
export type PackageManager = 'bun' | 'npm' | 'pnpm' | 'yarn';

/** The properties of a project before setup. */
export interface Setup {
  readonly folder: string;
  readonly packageManager: PackageManager;
  readonly framework: string | undefined;
  readonly isWorkspace: boolean;
  /** Whether its packages' own `.js` files are ES modules. */
  readonly isModule: boolean;
  readonly language: 'typescript' | 'javascript';
  /** Whether a tsconfig.json or jsconfig.json is there, of the folder or of a package below. */
  readonly hasConfig: boolean;
  readonly eslint: ESLintSetup;
  /** Which packages its package.json names. */
  readonly dependencies: ReadonlySet<string>;
  /** The version of a package that the folder finds; undefined where it finds none. */
  readonly versionOf: (name: string) => string | undefined;
}

/** Looks at the project of a folder. Throws a {@link UsageError} where there is no package.json. */
export function detectSetup(folder: string): Setup {
  const manifest = readManifest(folder);
  const dependencies = new Set(
    ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap(key =>
      Object.keys(toRecord(manifest[key])),
    ),
  );
  const isWorkspace = manifest['workspaces'] !== undefined || existsSync(join(folder, 'pnpm-workspace.yaml'));
  const hasTsconfig = existsSync(join(folder, 'tsconfig.json'));
  return {
    folder,
    packageManager: findPackageManager(folder, manifest),
    framework: frameworks.find(([name]) => dependencies.has(name))?.[1],
    isWorkspace,
    isModule: manifest['type'] === 'module',
    language: hasTsconfig || dependencies.has('typescript') || isWorkspace ? 'typescript' : 'javascript',
    hasConfig: hasTsconfig || isWorkspace || existsSync(join(folder, 'jsconfig.json')),
    eslint: findESLint(folder, manifest, dependencies),
    dependencies,
    versionOf: name => findVersion(folder, name),
  };
}

const frameworks = [
  ['@nestjs/core', 'NestJS'],
  ['next', 'Next.js'],
  ['nuxt', 'Nuxt'],
  ['express', 'Express'],
  ['fastify', 'Fastify'],
] as const;

const lockFiles: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['pnpm-workspace.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
];

const flatNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(extension => `eslint.config.${extension}`);
const legacyNames = ['.eslintrc.js', '.eslintrc.cjs', '.eslintrc.yaml', '.eslintrc.yml', '.eslintrc.json', '.eslintrc'];

function findESLint(folder: string, manifest: Manifest, dependencies: ReadonlySet<string>): ESLintSetup {
  const found = (names: readonly string[]): string | undefined =>
    names.map(name => join(folder, name)).find(path => isThere(path));
  const flat = found(flatNames);
  if (flat !== undefined) return { kind: 'flat', path: flat, text: readFileSync(flat, 'utf8') };
  const legacy =
    found(legacyNames) ?? (manifest['eslintConfig'] === undefined ? undefined : join(folder, 'package.json'));
  if (legacy !== undefined) return { kind: 'legacy', path: legacy, text: readFileSync(legacy, 'utf8') };
  return { kind: dependencies.has('eslint') ? 'unconfigured' : 'none' };
}

type Manifest = Readonly<Record<string, unknown>>;

function readManifest(folder: string): Manifest {
  const path = resolve(folder, 'package.json');
  if (!isThere(path)) throw new UsageError(`${folder}: no package.json here. Run init in the folder of a project.`);
  try {
    return toRecord(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${describeError(error)}).`);
  }
}

function findPackageManager(folder: string, manifest: Manifest): PackageManager {
  const { packageManager } = manifest;
  const named = managers.find(name => typeof packageManager === 'string' && packageManager.startsWith(`${name}@`));
  return named ?? lockFiles.find(([file]) => existsSync(join(folder, file)))?.[1] ?? 'npm';
}

const managers: readonly PackageManager[] = ['bun', 'npm', 'pnpm', 'yarn'];

function findVersion(folder: string, name: string): string | undefined {
  const places = createRequire(join(folder, 'package.json')).resolve.paths(name) ?? [];
  for (const place of places) {
    const path = join(place, name, 'package.json');
    if (!existsSync(path)) continue;
    const { version } = toRecord(JSON.parse(readFileSync(path, 'utf8')));
    return typeof version === 'string' ? version : undefined;
  }
  return undefined;
}

function toRecord(value: unknown): Manifest {
  return typeof value === 'object' && value !== null ? (value as Manifest) : {}; // an object has keys
}
