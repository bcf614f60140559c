import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { run } from '../../src/codemods/run.js';
import { createProject } from '../support/create-project.js';
import { createRandom } from '../support/create-random.js';
import { generateFile, repositoryFile } from '../support/generate-program.js';

/** Set it to the number that a failure names, to see the same programs again. */
const seed = Number(process.env['PERSISTENCE_SEED'] ?? Math.floor(Math.random() * 1_000_000));

test(`what awaits are left out of generated programs is put back, byte for byte (PERSISTENCE_SEED=${seed})`, async () => {
  const random = createRandom(seed);
  const files = Array.from({ length: 25 }, () => generateFile(random));
  const count = files.reduce((total, file) => total + file.count, 0);
  console.log(`PERSISTENCE_SEED=${seed}: ${count} awaits are left out of ${files.length} files`);
  const compilerOptions = { target: 'ES2022', lib: ['ES2022', 'ESNext.Disposable'], module: 'NodeNext', types: [], strict: true, skipLibCheck: true };
  const cwd = createProject({
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
    'src/repository.ts': repositoryFile,
    ...Object.fromEntries(files.map(({ wrong }, index) => [nameOf(index), wrong])),
  });

  const { changes, report } = await run('dryRun', { cwd });
  const texts = new Map(changes.map(({ after, path }) => [path, after]));
  for (const [index, { right, wrong }] of files.entries()) {
    expect(texts.get(nameOf(index)) ?? wrong, nameOf(index)).toBe(right);
  }
  const left = report.files.flatMap(({ findings }) => findings.filter(({ kind, outcome }) => outcome !== 'fixed' && kind !== 'returnedFromTry').map(({ before, kind }) => `${kind}: ${before}`));
  expect(left).toEqual([]);
  expect(report.summary).toMatchObject({ fixed: count, rolledBack: 0 });

  for (const [index, { right }] of files.entries()) writeFileSync(resolve(cwd, nameOf(index)), right);
  const second = await run('dryRun', { cwd });
  expect(second.changes).toEqual([]);
  expect(typeErrorsIn(cwd)).toEqual([]);
});

function nameOf(index: number): string {
  return `src/file-${index}.ts`;
}

function typeErrorsIn(cwd: string): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(resolve(cwd, 'tsconfig.json'), undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText, start = 0 }) => `${file?.fileName ?? ''}:${start} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}
