import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import type { LibraryEntry } from '../../src/catalogue/library-entry.js';
import { scan } from '../../src/codemods/index.js';
import plugin from '../../src/index.js';
import { createProject, lightConfig } from '../support/create-project.js';

/** An entry of a package that nobody knows. */
const entry: LibraryEntry = {
  library: 'Acme',
  packages: ['@acme/store'],
  receivers: ['Store'],
  execution: 'lazy',
  operations: { write: ['put'], read: ['get'] },
  unawaited: ['warm'],
};

const declarations = `export interface Store {
  put(key: string): Promise<void>;
  get(key: string): Promise<string>;
  warm(): Promise<void>;
}
export interface Other { put(key: string): Promise<void> }
`;

const code = `import type { Other, Store } from '@acme/store';
export async function open(store: Store, other: Other): Promise<void> {
  store.put('a');
  store.warm();
  other.put('a');
  await store.get('a');
}
`;

interface Published {
  /** What the `package.json` of the package says of the file; nothing where undefined. */
  readonly manifest?: unknown;
  readonly file?: string;
}

function createStoreProject({ file, manifest }: Published, source = code): string {
  const folder = 'node_modules/@acme/store';
  return createProject({
    'tsconfig.json': JSON.stringify({
      ...lightConfig,
      compilerOptions: { ...lightConfig.compilerOptions, module: 'ES2022', moduleResolution: 'bundler' },
    }),
    'src/a.ts': source,
    [`${folder}/package.json`]: JSON.stringify({
      name: '@acme/store',
      types: 'index.d.ts',
      'eslint-plugin-persistence': manifest,
    }),
    [`${folder}/index.d.ts`]: declarations,
    ...(file === undefined ? {} : { [`${folder}/persistence.json`]: file }),
  });
}

const published: Published = { manifest: './persistence.json', file: JSON.stringify(entry) };

/** The lines with findings, each with its library and what the call does, as the command line has them. */
async function scanned(cwd: string, libraries?: readonly LibraryEntry[]): Promise<readonly string[]> {
  const report = await scan({ cwd, eslintConfig: false, ...(libraries && { settings: { libraries } }) });
  return report.files.flatMap(({ findings }) =>
    findings.map(({ library, line, operation }) => `${line} ${library} ${operation}`),
  );
}

/** The lines with messages, as the rule has them. */
async function linted(cwd: string, libraries?: readonly LibraryEntry[]): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd,
    ignore: false,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: {
          parser: tseslint.parser,
          parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: cwd },
        },
        settings: { persistence: libraries ? { libraries } : {} },
        plugins: { persistence: plugin },
        rules: { 'persistence/no-unawaited-calls': 'error' },
      },
    ],
  });
  const results = await eslint.lintFiles(['src/a.ts']);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, messageId }) => (messageId === 'invalidSettings' ? message : `${line}`)),
  );
}

test('a package that nobody knows has no calls to lose', async () => {
  const cwd = createStoreProject({});
  expect(await scanned(cwd)).toEqual([]);
  expect(await linted(cwd)).toEqual([]);
});

test('an entry of the settings says which calls are, in the command line and in the rule', async () => {
  const cwd = createStoreProject({});
  expect(await scanned(cwd, [entry])).toEqual(['3 Acme write']);
  expect(await linted(cwd, [entry])).toEqual(['3']);
});

test('a package says of itself which are, one entry or a list of them', async () => {
  const cwd = createStoreProject(published);
  expect(await scanned(cwd)).toEqual(['3 Acme write']);
  expect(await linted(cwd)).toEqual(['3']);
  expect(await scanned(createStoreProject({ ...published, file: JSON.stringify([entry]) }))).toEqual(['3 Acme write']);
});

test('a package of which no file is read is not looked at', async () => {
  const cwd = createStoreProject({ manifest: './persistence.json', file: '{' }, 'export const nothing = 0;\n');
  expect(await scanned(cwd)).toEqual([]);
});

test('an entry of the settings takes the place of what the package says', async () => {
  const cwd = createStoreProject(published);
  const other: LibraryEntry = { library: 'Ours', packages: ['@acme/store'], receivers: ['Other'] };
  expect(await scanned(cwd, [other])).toEqual(['5 Ours unknown']);
});

test('and the other packages of an entry keep it', async () => {
  const cwd = createStoreProject({
    ...published,
    file: JSON.stringify({ ...entry, packages: ['@acme/store', '@acme/core'] }),
  });
  expect(await scanned(cwd, [{ library: 'Core', packages: ['@acme/core'], receivers: 'all' }])).toEqual([
    '3 Acme write',
  ]);
});

describe.each<readonly [string, Published, string]>([
  [
    'a wrong value',
    { ...published, file: JSON.stringify({ ...entry, operations: { write: 'put' } }) },
    'node_modules/@acme/store/persistence.json: entry.operations.write must be Array, but is "put".',
  ],
  [
    'an unknown key',
    { ...published, file: JSON.stringify({ ...entry, recievers: ['Store'] }) },
    'node_modules/@acme/store/persistence.json: entry.recievers is unknown. The keys are library, ',
  ],
  [
    'no JSON',
    { ...published, file: '{' },
    'node_modules/@acme/store/persistence.json is named by `@acme/store` but cannot be read as JSON.',
  ],
  [
    'a file that is not there',
    { manifest: './persistence.json' },
    'node_modules/@acme/store/persistence.json is named by `@acme/store` but cannot be read as JSON.',
  ],
  [
    'a file outside of the package',
    { manifest: '../../../tsconfig.json' },
    'tsconfig.json is named by `@acme/store` but cannot be read as JSON.',
  ],
  [
    'something else than a path',
    { manifest: { library: 'Acme' } },
    'node_modules/@acme/store/package.json is named by `@acme/store` but cannot be read as JSON.',
  ],
  [
    'calls of another scope',
    { ...published, file: JSON.stringify({ ...entry, packages: ['@acme/store', 'pg'] }) },
    'node_modules/@acme/store/persistence.json: `@acme/store` describes `pg`, which is outside its scope.',
  ],
])('%s in a package', (_, wrong, problem) => {
  const wayOut = 'add an entry for the package `@acme/store` to settings.persistence.libraries instead.';

  test('is named by the command line and by the rule, with the way out', async () => {
    const cwd = createStoreProject(wrong);
    await expect(scanned(cwd)).rejects.toThrow(problem);
    const [message = ''] = await linted(cwd);
    expect(message).toContain(problem);
    expect(message).toContain(wayOut);
  });

  test('which helps', async () => {
    expect(await scanned(createStoreProject(wrong), [entry])).toEqual(['3 Acme write']);
  });
});

test('a wrong entry of the settings is named by its key and its value', async () => {
  const wrong = { ...entry, execution: 'slow' } as unknown as LibraryEntry; // as JavaScript may have it
  const problem = 'settings.persistence.libraries.0.execution must be ("eager" | "lazy" | "sync"), but is "slow".';
  const cwd = createStoreProject({});
  await expect(scanned(cwd, [wrong])).rejects.toThrow(problem);
  expect(await linted(cwd, [wrong])).toEqual([problem]);
});
