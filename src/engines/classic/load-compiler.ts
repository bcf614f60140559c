import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type ts from 'typescript';
import { noteDisk } from '../../dependencies.js';
import { describeError } from '../../describe-error.js';
import { inMemoryLibraryFolder } from './create-program-host.js';

/** A compiler, and whose it is: the project's own, or the one this package brings along. */
export type Compiler = {
  readonly ts: typeof ts;
  /** The texts of `lib.*.d.ts` by file name, for a compiler that has none on disk beside it. */
  readonly libraries: ReadonlyMap<string, string> | undefined;
} & (
  | { readonly source: 'project' }
  | {
      readonly source: 'bundled';
      /** The version that it stands in for; undefined where the project has none. */
      readonly replaces: string | undefined;
      /** Why it is not the project's own: one sentence that names the version that takes over. */
      readonly notice: string;
    }
);
/** What came of loading a compiler. */
export type LoadedCompiler =
  | { readonly kind: 'loaded'; readonly compiler: Compiler }
  /** The project's own is one that can be read with, and fails. */
  | { readonly kind: 'broken'; readonly problem: string };

/**
 * Loads the `typescript` that the project in `folder` uses itself, so that its code means here what it means to its own
 * build. Where there is none, or one without the classic interface (7 has none, and before 5.4 parts are missing), the
 * compiler that ts-morph bundles takes over.
 */
export async function loadCompiler(folder: string): Promise<LoadedCompiler> {
  const own = loadOwn(folder);
  if (own.kind === 'broken') return own;
  if (own.kind === 'classic')
    return { kind: 'loaded', compiler: { ts: own.ts, source: 'project', libraries: undefined } };
  const { getLibFiles, ts: bundled } = await import('@ts-morph/common');
  const libraries = new Map(getLibFiles().map(({ fileName, text }) => [`${inMemoryLibraryFolder}/${fileName}`, text]));
  const replaces = own.kind === 'missing' ? undefined : own.version;
  const reason =
    replaces === undefined
      ? describeMissing(folder)
      : `TypeScript ${replaces} has no JavaScript API to read the project with (5.4 to 6.0 do)`;
  const notice = `${reason}; using the bundled TypeScript ${bundled.version}.`;
  const compiler = bundled as unknown as typeof ts; // ts-morph re-declares the same interface
  return { kind: 'loaded', compiler: { ts: compiler, source: 'bundled', libraries, replaces, notice } };
}

function describeMissing(folder: string): string {
  return isPlugAndPlay(folder)
    ? "Under Yarn Plug'n'Play, the project's packages are found only if `yarn` starts the command"
    : 'The project has no TypeScript installed';
}

/** Whether Yarn Plug'n'Play has the packages of a folder, and this process was started without it. */
function isPlugAndPlay(folder: string): boolean {
  if (process.versions['pnp'] !== undefined) return false;
  noteDisk('kind', join(folder, '.pnp.cjs'));
  return existsSync(join(folder, '.pnp.cjs')) || (dirname(folder) !== folder && isPlugAndPlay(dirname(folder)));
}

type OwnCompiler =
  | { readonly kind: 'classic'; readonly ts: typeof ts }
  | { readonly kind: 'other'; readonly version: string }
  | Extract<LoadedCompiler, { kind: 'broken' }>
  | { readonly kind: 'missing' };

/**
 * The one that a folder, or the nearest above it that has one, names: Node looks into those above by itself, and Plug'n'Play only into
 * what the package of the folder lists, where a workspace lists its compiler at the root.
 */
function loadOwn(folder: string): OwnCompiler {
  const own = loadOf(folder);
  return own.kind !== 'missing' || dirname(folder) === folder ? own : loadOwn(dirname(folder));
}

function loadOf(folder: string): OwnCompiler {
  noteDisk('package', `${join(folder, 'package.json')} typescript`);
  const require = createRequire(join(folder, 'package.json'));
  const { error, value: loaded } = attempt(() => require('typescript') as Loaded); // may be any version
  if (loaded && isClassic(loaded)) return { kind: 'classic', ts: loaded };
  const { value: manifest } = attempt(() => require('typescript/package.json') as Loaded); // every package has one
  const version = loaded?.version ?? manifest?.version;
  if (version === undefined) return { kind: 'missing' };
  if (!loaded && isReadable(version))
    return {
      kind: 'broken',
      problem: `${dirname(require.resolve('typescript/package.json'))}: this TypeScript ${version} cannot be loaded (${describeError(error)}). Reinstall it.`,
    };
  return { kind: 'other', version };
}

type Loaded = Partial<Pick<typeof ts, 'createProgram' | 'version'>>;

function attempt<Value>(load: () => Value): { readonly value?: Value; readonly error?: unknown } {
  try {
    return { value: load() };
  } catch (error) {
    return { error };
  }
}

function isClassic(loaded: Loaded): loaded is typeof ts {
  return typeof loaded.createProgram === 'function' && isReadable(loaded.version ?? '');
}

/** Whether a version has the interface that is read with: 5.4 to 6.0. */
function isReadable(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 5 && minor >= 4) || major === 6;
}
