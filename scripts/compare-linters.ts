import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { globSync } from 'tinyglobby';
import tseslint from 'typescript-eslint';
import plugin from '../src/index.js';

/** One report of a linter: the lines it covers, from 1. */
interface LintReport {
  /** Relative to the fixtures. */
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
}

/** A linter, as the table names it, with what it reported. */
interface Contender {
  readonly name: string;
  readonly reports: readonly LintReport[];
}

const root = resolve(import.meta.dirname, '..');
const peers = resolve(root, 'test/peers');
const bin = resolve(peers, 'node_modules/.bin');

/** Runs this plugin and its peers on the same copy of the fixtures, with the same packages installed, and gives a table in Markdown. */
export async function compareLinters(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'persistence-compare-'));
  for (const name of ['tsconfig.json', 'no-unawaited-calls', 'no-fire-and-forget'])
    cpSync(resolve(root, 'fixtures', name), join(folder, name), { recursive: true });
  const isBinary = /node_modules\/(?:@biomejs|@oxlint|@oxlint-tsgolint|\.bin)(?:\/|$)/;
  cpSync(resolve(peers, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    filter: path => !isBinary.test(path),
  }); // Biome follows no link out of its project
  try {
    return renderTable(folder, lossFixtures, [
      {
        name: 'this plugin',
        reports: await runEslint(folder, [
          plugin.configs.recommended,
          { ...plugin.configs.strict, files: listStrictFixtures(folder) },
        ]),
      },
      { name: 'typescript-eslint', reports: await runEslint(folder, [{ rules: peerRules({}) }]) },
      {
        name: 'typescript-eslint, `checkThenables`',
        reports: await runEslint(folder, [{ rules: peerRules({ checkThenables: true }) }]),
      },
      { name: 'oxlint', reports: runOxlint(folder) },
      { name: 'Biome', reports: runBiome(folder) },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs this plugin and the rule of eslint-plugin-n about synchronous functions on the fixtures of blocking calls, and gives a table in Markdown. */
export async function compareBlocking(): Promise<string> {
  const folder = resolve(root, 'fixtures');
  const n = createRequire(join(peers, 'package.json'))('eslint-plugin-n') as ESLint.Plugin;
  const noSync = (options: object): Linter.Config => ({ plugins: { n }, rules: { 'n/no-sync': ['error', options] } });
  const run = async (config: Linter.Config): Promise<readonly LintReport[]> =>
    await runEslint(folder, [config], blockingFixtures);
  return renderTable(folder, blockingFixtures, [
    {
      name: 'this plugin',
      reports: await run({
        plugins: plugin.configs.recommended.plugins ?? {},
        rules: { 'persistence/no-blocking-calls': 'error' },
      }),
    },
    { name: '`n/no-sync`', reports: await run(noSync({})) },
    { name: '`n/no-sync`, `allowAtRootLevel`', reports: await run(noSync({ allowAtRootLevel: true })) },
  ]);
}

/** The rules of typescript-eslint that are about promises, with options of `no-floating-promises`. */
function peerRules(options: { readonly checkThenables?: true }): Linter.RulesRecord {
  return {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-floating-promises': ['error', options],
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/return-await': 'error',
  };
}

async function runEslint(
  folder: string,
  configs: readonly Linter.Config[],
  pattern = lossFixtures,
): Promise<readonly LintReport[]> {
  const parserOptions = {
    project: [join(folder, 'tsconfig.json')],
    tsconfigRootDir: folder,
    disallowAutomaticSingleRunInference: true, // in CI the parser expects each text once, but three linters read it here
  };
  const eslint = new ESLint({
    cwd: folder,
    ignore: false,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser, parserOptions },
        plugins: { '@typescript-eslint': tseslint.plugin },
      },
      ...configs,
    ],
  });
  const results = await eslint.lintFiles(listFixtures(folder, pattern));
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ endLine, line }) => ({ path: relative(folder, filePath), line, endLine: endLine ?? line })),
  );
}

interface OxlintOutput {
  readonly diagnostics: readonly {
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[];
  }[];
}

function runOxlint(folder: string): readonly LintReport[] {
  writeFileSync(
    join(folder, '.oxlintrc.json'),
    JSON.stringify({
      categories: { correctness: 'off' },
      plugins: ['typescript'],
      rules: Object.fromEntries(
        ['await-thenable', 'no-floating-promises', 'no-misused-promises', 'return-await'].map(rule => [
          `typescript/${rule}`,
          'error',
        ]),
      ),
    }),
  );
  const { stdout } = spawnSync(
    join(bin, 'oxlint'),
    ['--type-aware', '--format', 'json', 'no-unawaited-calls', 'no-fire-and-forget'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    },
  );
  const { diagnostics } = JSON.parse(stdout) as OxlintOutput;
  return diagnostics.flatMap(({ filename, labels: [label] }) => {
    const text = readFileSync(join(folder, filename)); // oxlint counts bytes
    return label
      ? [
          {
            path: filename,
            line: lineAt(text, label.span.offset),
            endLine: lineAt(text, label.span.offset + label.span.length),
          },
        ]
      : [];
  });
}

interface BiomeOutput {
  readonly diagnostics: readonly {
    readonly location: {
      readonly path: string;
      readonly start: { readonly line: number };
      readonly end: { readonly line: number };
    };
  }[];
}

function runBiome(folder: string): readonly LintReport[] {
  writeFileSync(
    join(folder, 'biome.json'),
    JSON.stringify({
      linter: { rules: { preset: 'none', nursery: { noFloatingPromises: 'error', noMisusedPromises: 'error' } } },
    }),
  );
  const { stdout } = spawnSync(
    join(bin, 'biome'),
    ['lint', '--max-diagnostics=none', '--reporter=json', 'no-unawaited-calls', 'no-fire-and-forget'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  const { diagnostics } = JSON.parse(stdout) as BiomeOutput;
  return diagnostics.map(({ location: { end, path, start } }) => ({ path, line: start.line, endLine: end.line }));
}

function lineAt(text: Buffer, offset: number): number {
  return text.subarray(0, offset).toString('utf8').split('\n').length;
}

/** The fixtures of lost promises, in a folder that may hold those of blocking calls, too. */
const lossFixtures = 'no-{fire-and-forget,unawaited-calls}/*/*.ts';
const blockingFixtures = 'no-blocking-calls/*/*.ts';

function listFixtures(folder: string, pattern: string): string[] {
  return globSync(pattern, { cwd: folder }).toSorted();
}

/** The fixtures that ask for the preset `strict` in their first line. */
function listStrictFixtures(folder: string): string[] {
  return listFixtures(folder, lossFixtures).filter(path =>
    readFileSync(join(folder, path), 'utf8').startsWith('// preset: strict\n'),
  );
}

function renderTable(folder: string, pattern: string, contenders: readonly Contender[]): string {
  const fixtures = listFixtures(folder, pattern).map(path => ({
    path,
    lines: faultyLinesIn(readFileSync(join(folder, path), 'utf8'), pattern),
  }));
  const rows = fixtures
    .filter(({ lines }) => lines.length > 0)
    .map(({ lines, path }) => [
      `[${path.replace(/^[^/]+\//, '').replace(/\.ts$/, '')}](../fixtures/${path})`,
      String(lines.length),
      ...contenders.map(({ reports }) =>
        String(lines.filter(line => reports.some(report => report.path === path && covers(report, line))).length),
      ),
    ]);
  const wrong = contenders.map(({ reports }) =>
    String(
      reports.filter(
        report => !fixtures.some(({ lines, path }) => path === report.path && lines.some(line => covers(report, line))),
      ).length,
    ),
  );
  return [
    ['fixture', 'faulty lines', ...contenders.map(({ name }) => name)],
    ['---', '---:', ...contenders.map(() => '---:')],
    ...rows,
    ['reports on other lines', '', ...wrong],
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function covers({ endLine, line }: LintReport, wanted: number): boolean {
  return line <= wanted && wanted <= endLine;
}

/** The lines of a fixture that the rules of a comparison have to report. */
function faultyLinesIn(text: string, pattern: string): readonly number[] {
  const lost = pattern === blockingFixtures ? /\/\/ lost: .*(?:asyncInSyncTransaction|blocking)/ : /\/\/ lost: /;
  return text.split('\n').flatMap((line, index) => (lost.test(line) ? [index + 1] : []));
}
