import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import Table from 'cli-table3';
import { fixtureFiles } from '../support/fixture-files.js';
import { installIn } from '../support/install-in.js';
import { root } from '../support/paths.js';

/**
 * Lints all small fixtures with each version of TypeScript and of ESLint that the plugin supports, and on typescript-eslint's
 * native backend, and compares what is found, byte for byte, with what this repository's own tools find.
 */
const classicCells = ['9', '10'].flatMap(eslint =>
  ['5.4', '5.9', '6.0'].map(typescript => `typescript-${typescript}-eslint-${eslint}`),
);
const nativeCell = 'native';

/** What one cell of the matrix found. */
interface CellResult {
  readonly typescript: string;
  readonly eslint: string;
  readonly findings: readonly unknown[];
}

const files = fixtureFiles.map(file => `fixtures/${file}`);
const expected = await lintIn({ folder: root, plugin: root, backend: 'classic' });
const rows: { readonly cell: string; readonly result: CellResult }[] = [];
for (const cell of [...classicCells, nativeCell]) {
  const folder = resolve(import.meta.dirname, cell);
  installIn(folder);
  rows.push({
    cell,
    result: await lintIn({
      folder,
      plugin: installPlugin(folder),
      backend: cell === nativeCell ? 'native' : 'classic',
    }),
  });
}

const table = new Table({ head: ['TypeScript', 'ESLint', 'backend', 'findings', 'as expected'] });
let failures = 0;
for (const { cell, result } of rows) {
  const isSame = JSON.stringify(result.findings) === JSON.stringify(expected.findings);
  if (!isSame) failures += 1;
  table.push([
    result.typescript,
    result.eslint,
    cell === nativeCell ? 'native' : 'classic',
    result.findings.length,
    isSame ? 'yes' : 'NO',
  ]);
  if (!isSame) printDifferences(cell, result);
}
console.log(table.toString());
console.log(
  `${rows.length - failures} of ${rows.length} find what TypeScript ${expected.typescript} with ESLint ${expected.eslint} finds: ${expected.findings.length} in ${files.length} files.`,
);
process.exitCode = failures === 0 && expected.findings.length > 0 ? 0 : 1;

interface Cell {
  /** Whose tools lint. */
  readonly folder: string;
  /** Where the built plugin is, and finds the tools. */
  readonly plugin: string;
  readonly backend: 'classic' | 'native';
}

async function lintIn({ backend, folder, plugin }: Cell): Promise<CellResult> {
  const env = { ...process.env, ...(backend === 'native' && { TYPESCRIPT_ESLINT_EXPERIMENTAL_BACKEND: 'tsgo' }) };
  const script = resolve(import.meta.dirname, 'lint-in-cell.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, plugin, backend, ...files], {
    env,
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout) as CellResult; // the script prints nothing else
}

/** Copies the built plugin to where the tools of a folder resolve, as an installation would. */
function installPlugin(folder: string): string {
  const target = resolve(folder, 'node_modules/eslint-plugin-persistence');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const part of ['dist', 'package.json']) cpSync(resolve(root, part), resolve(target, part), { recursive: true });
  return target;
}

function printDifferences(cell: string, { findings }: CellResult): void {
  const [own, wanted] = [findings, expected.findings].map(
    list => new Set(list.map(finding => JSON.stringify(finding))),
  );
  const unexpected = [...(own ?? [])].filter(finding => wanted?.has(finding) !== true);
  const missing = [...(wanted ?? [])].filter(finding => own?.has(finding) !== true);
  for (const finding of missing) console.log(`${cell} misses ${finding}`);
  for (const finding of unexpected) console.log(`${cell} adds ${finding}`);
}
