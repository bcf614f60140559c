import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { createEditApplier } from '../../../src/codemods/apply-edits.js';
import { fix, type ReportedFinding } from '../../../src/codemods/index.js';
import { root } from '../paths.js';

/** The programs of a folder in the forms that a proof runs. */
export interface PreparedPrograms {
  /** A program's compiled module, as it is, or as `fix` leaves it. */
  readonly moduleOf: (name: string, form: 'asItIs' | 'fixed') => string;
  /** The same where nothing is changed but one line, by the edit that the report has for it. */
  readonly moduleAwaiting: (name: string, line: number) => string;
  /** The lines in which something is lost, by whether `fix` mends it. */
  readonly linesOf: (name: string, outcome: 'fixed' | 'left') => readonly number[];
  readonly remove: () => void;
}

/** Repairs a copy of the programs of a folder as `fix --write` does, and compiles them before and after. Their packages are in `packages`. */
export async function preparePrograms(folder: string, packages: string): Promise<PreparedPrograms> {
  mkdirSync(resolve(root, '.tmp'), { recursive: true });
  const copy = mkdtempSync(resolve(root, '.tmp/hangs-'));
  const names = globSync('*.ts', { cwd: folder });
  for (const name of names) cpSync(resolve(folder, name), resolve(copy, name));
  symlinkSync(resolve(packages, 'node_modules'), resolve(copy, 'node_modules'));
  writeFileSync(resolve(copy, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    resolve(copy, 'tsconfig.json'),
    JSON.stringify({ extends: resolve(packages, 'tsconfig.json'), include: ['*.ts'] }),
  );
  const before = readTexts(copy, names);
  const { files } = await fix({ cwd: copy, eslintConfig: false, preset: 'strict', write: true });
  compile(resolve(copy, 'asItIs'), before);
  compile(resolve(copy, 'fixed'), readTexts(copy, names));
  return {
    moduleOf: (name, form) => resolve(copy, form, `${name}.js`),
    moduleAwaiting,
    linesOf: (name, outcome) =>
      findingsOf(name)
        .filter(finding => (finding.outcome === 'fixed') === (outcome === 'fixed'))
        .map(({ line }) => line),
    remove: () => {
      rmSync(copy, { recursive: true, force: true });
    },
  };

  function findingsOf(name: string): readonly ReportedFinding[] {
    return files.filter(({ path }) => path === `${name}.ts`).flatMap(({ findings }) => findings);
  }

  function moduleAwaiting(name: string, line: number): string {
    const finding = findingsOf(name).find(found => found.line === line);
    const text = before.get(`${name}.ts`);
    if (!finding || text === undefined) throw new Error(`nothing is found in ${name}.ts:${line}`);
    const compiled = resolve(copy, `${name}-line-${line}`);
    compile(compiled, new Map([...before, [`${name}.ts`, applyEditsOf(finding, text)]]));
    return resolve(compiled, `${name}.js`);
  }
}

function readTexts(folder: string, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map(name => [name, readFileSync(resolve(folder, name), 'utf8')]));
}

/** Makes the edit of one finding. One that is left to a person has none: there the call is awaited where it stands. */
function applyEditsOf({ column, edits, line }: ReportedFinding, text: string): string {
  if (edits.length > 0) return createEditApplier().apply('program.ts', text, edits);
  const lines = text.split('\n');
  const lost = lines[line - 1] ?? '';
  return lines.with(line - 1, `${lost.slice(0, column - 1)}await ${lost.slice(column - 1)}`).join('\n');
}

function compile(folder: string, texts: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
  for (const [name, text] of texts)
    writeFileSync(
      resolve(folder, name.replace(/\.ts$/, '.js')),
      ts.transpileModule(text, { compilerOptions }).outputText,
    );
}
