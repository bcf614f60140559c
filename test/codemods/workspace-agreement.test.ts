import { mkdirSync, symlinkSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import type { Report, ReportedFinding } from '../../src/analysis/report/report.js';
import { fix, scan } from '../../src/codemods/index.js';
import { createProject } from '../support/create-project.js';
import { createRandom } from '../support/create-random.js';
import { generateWorkspace } from '../support/generate-workspace.js';

/** Of the first workspace; each further one has the next. */
const firstSeed = Number(process.env['PERSISTENCE_SEED'] ?? 300);

const workspaces = Number(process.env['PERSISTENCE_WORKSPACES'] ?? 2);

test.each(Array.from({ length: workspaces }, (_, index) => firstSeed + index))(
  'scan, fix and the rules find the same in a monorepo, and fix leaves nothing that it could repair (PERSISTENCE_SEED=%i)',
  async seed => {
    const cwd = createWorkspace(seed);
    const options = { cwd, workspaces: true, preset: 'strict' } as const;
    const scanned = await scan(options);
    const found = placesIn(scanned);
    expect(
      scanned.files.flatMap(({ findings }) => findings).filter(({ via }) => via.length > 1).length,
    ).toBeGreaterThan(10);
    expect(await lint(cwd)).toEqual(found);

    const dry = await fix(options);
    expect(placesIn(dry)).toEqual(found);
    const written = await fix({ ...options, write: true });
    expect(placesIn(written)).toEqual(found);
    expect(outcomesIn(written, 'fixed')).toEqual(outcomesIn(dry, 'fixable'));
    expect(outcomesIn(written, 'fixed')).toEqual(outcomesIn(scanned, 'fixable'));
    expect(written.summary.fixed).toBeGreaterThan(0);

    const again = await fix({ ...options, write: true });
    expect(again.summary).toMatchObject({ fixed: 0, fixable: 0 });
    expect((await scan(options)).summary).toMatchObject({ fixed: 0, fixable: 0 });
  },
);

function createWorkspace(seed: number): string {
  const { files, packages } = generateWorkspace(createRandom(seed));
  const root = createProject(files);
  mkdirSync(resolve(root, 'node_modules/@demo'), { recursive: true });
  for (const name of packages) symlinkSync(`../../packages/${name}`, resolve(root, 'node_modules/@demo', name));
  return root;
}

async function lint(cwd: string): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { ...plugin.configs.strict, files: ['**/*.ts'] },
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser, parserOptions: { tsconfigRootDir: cwd, projectService: true } },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      },
    ],
  });
  const results = await eslint.lintFiles(['packages/*/src/*.ts']);
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(
        ({ column, line, message, messageId = message }) => `${relative(cwd, filePath)}:${line}:${column} ${messageId}`,
      ),
    )
    .toSorted();
}

function placesIn({ files }: Report): readonly string[] {
  return files
    .flatMap(({ findings, path }) =>
      findings
        .filter(({ outcome }) => outcome !== 'optedOut')
        .map(({ column, kind, line }) => `${path}:${line}:${column} ${kind}`),
    )
    .toSorted();
}

/** The findings that became something, but for those that only what mended another one did away with. */
function outcomesIn({ files }: Report, meant: ReportedFinding['outcome']): readonly string[] {
  return files
    .flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === meant).map(({ id }) => id))
    .toSorted();
}
