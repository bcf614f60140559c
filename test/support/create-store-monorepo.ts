import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { createProject, lightConfig } from './create-project.js';

type Json = Readonly<Record<string, unknown>>;

/** How one package of a workspace gives what it has to the others, where that is no name in `node_modules` alone. */
export interface Giving {
  /** Of package.json. */
  readonly manifest: Json;
  /** Of the `compilerOptions` of its tsconfig. */
  readonly options?: Json;
  /** The tsconfig beside its `compilerOptions`. */
  readonly config?: Json;
  /** Its sources, by their paths in `src`; a repository and what calls it unless given. */
  readonly source?: Readonly<Record<string, string>>;
  /** What was built. */
  readonly built?: Readonly<Record<string, string>>;
  /** Of the package that uses it. */
  readonly user?: {
    readonly manifest?: Json;
    readonly options?: Json;
    readonly config?: Json;
    readonly from?: string;
    /** What its file says; calls of all that the repository's package has unless given. */
    readonly text?: string;
  };
}

/** Where the packages are linked together. */
export type Linking = 'root' | 'package';

const source = `import { rows } from '@/rows.js';
export async function put(row: string): Promise<void> { await rows.insert(row); }
export async function stamp(row: string): Promise<string> { return Promise.resolve(row + Date.now()); }
export class Shelf { async add(row: string): Promise<void> { await rows.insert(row); } }
export interface Sink { drain(row: string): Promise<void>; }
class RowSink implements Sink { async drain(row: string): Promise<void> { await rows.insert(row); } }
export const sink: Sink = new RowSink();
export const shelves = { main: { async fill(row: string): Promise<void> { await rows.insert(row); } } };
export function open() { return { async keep(row: string): Promise<void> { await rows.insert(row); } }; }
export default async (row: string): Promise<void> => { await rows.insert(row); };
`;

const rows = `export class RowRepository { async insert(row: string): Promise<void> { await Promise.resolve(row); } }
export const rows = new RowRepository();
`;

/** What a compiler builds of {@link source}. */
export const declarations = `export declare function put(row: string): Promise<void>;
export declare function stamp(row: string): Promise<string>;
export declare class Shelf {
    add(row: string): Promise<void>;
}
export interface Sink {
    drain(row: string): Promise<void>;
}
export declare const sink: Sink;
export declare const shelves: {
    main: {
        fill(row: string): Promise<void>;
    };
};
export declare function open(): {
    keep(row: string): Promise<void>;
};
declare const _default: (row: string) => Promise<void>;
export default _default;
`;

/** The file that uses all of it. Every line that ends in `// lost` loses a call. */
const user = (from: string): string => `import store, { open, put, Shelf, shelves, sink, stamp } from '${from}';
import * as foreign from 'foreign';
export async function save(): Promise<void> {
  put('a'); // lost
  new Shelf().add('a'); // lost
  sink.drain('a'); // lost
  shelves.main.fill('a'); // lost
  open().keep('a'); // lost
  store('a'); // lost
  await put('b');
  stamp('b');
  foreign.put('b');
}
`;

const foreign = source.replace('@/rows.js', './rows.js');

/**
 * Creates a monorepo of the packages `store` and `api`, which loses calls of functions of the former, and a third party that
 * ships the same sources. Gives its folder.
 */
export function createStoreMonorepo(giving: Giving, linking: Linking): string {
  const { built = {}, config, manifest, options, source: sources, user: own = {} } = giving;
  const root = createProject({
    'tsconfig.json': JSON.stringify({ files: [] }),
    'package.json': JSON.stringify({ name: 'demo', private: true, workspaces: ['packages/*'] }),
    'packages/store/package.json': JSON.stringify({ name: '@demo/store', type: 'module', ...manifest }),
    'packages/store/tsconfig.json': configOf({ paths: { '@/*': ['./src/*'] }, ...options }, config),
    ...inFolder('packages/store/src', sources ?? { 'index.ts': source, 'rows.ts': rows }),
    ...inFolder('packages/store', built),
    'packages/api/package.json': JSON.stringify({ name: '@demo/api', type: 'module', ...own.manifest }),
    'packages/api/tsconfig.json': configOf({ ...own.options }, own.config),
    'packages/api/src/save.ts': own.text ?? user(own.from ?? '@demo/store'),
    ...inFolder(linking === 'root' ? 'node_modules/foreign' : 'packages/api/node_modules/foreign', {
      'package.json': JSON.stringify({ name: 'foreign', type: 'module', types: 'src/index.ts' }),
      'src/index.ts': foreign,
      'src/rows.ts': rows,
    }),
  });
  link(
    resolve(root, linking === 'root' ? 'node_modules/@demo/store' : 'packages/api/node_modules/@demo/store'),
    resolve(root, 'packages/store'),
  );
  return root;
}

function configOf(options: Json, config: Json = {}): string {
  return JSON.stringify({
    ...lightConfig,
    ...config,
    compilerOptions: { ...lightConfig.compilerOptions, ...options },
  });
}

function inFolder(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

function link(path: string, target: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(relative(dirname(path), target), path);
}
