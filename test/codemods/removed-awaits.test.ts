import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { run } from '../../src/codemods/run.js';
import { createProject } from '../support/create-project.js';
import { createRandom } from '../support/create-random.js';
import { generateFile, repositoryFile } from '../support/generate-program.js';

/** Set it to the number that a failure names, to see the same programs again. */
const seed = Number(process.env['PERSISTENCE_SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** How many files are generated: with 20 of them, about four thousand awaits are left out. */
const fileCount = Number(process.env['PERSISTENCE_PROGRAMS'] ?? 20);

test(`what awaits are left out of generated programs is put back, byte for byte (PERSISTENCE_SEED=${seed})`, async () => {
  const random = createRandom(seed);
  const files = Array.from({ length: fileCount }, (_, index) => generateFile(`src/file-${index}`, random));
  const count = files.reduce((total, file) => total + file.count, 0);
  console.log(`PERSISTENCE_SEED=${seed}: ${count} awaits are left out of ${files.length} files`);
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'ESNext.Disposable'],
    module: 'NodeNext',
    types: ['node'],
    jsx: 'preserve',
    strict: true,
    skipLibCheck: true,
  };
  const cwd = createProject({
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['src'] }),
    'src/repository.ts': repositoryFile,
    ...Object.fromEntries(files.map(({ name, wrong }) => [name, wrong])),
  });

  const { report } = await run('write', { cwd });
  for (const { name, right } of files) expect(readFileSync(resolve(cwd, name), 'utf8'), name).toBe(right);
  const left = report.files.flatMap(({ findings }) =>
    findings
      .filter(({ kind, outcome }) => outcome !== 'fixed' && kind !== 'returnedFromTry')
      .map(({ before, kind }) => `${kind}: ${before}`),
  );
  expect(left).toEqual([]);
  expect(report.summary).toMatchObject({ fixed: count, rolledBack: 0 });

  const second = await run('write', { cwd });
  expect(second.changes).toEqual([]);
  expect(second.report.summary).toMatchObject({ fixed: 0, rolledBack: 0 });
  for (const { name, right } of files) expect(readFileSync(resolve(cwd, name), 'utf8') === right, name).toBe(true);
  expect(typeErrorsIn(cwd)).toEqual([]);
});

function typeErrorsIn(cwd: string): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(resolve(cwd, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: () => undefined,
  });
  const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText, start = 0 }) =>
        `${file?.fileName ?? ''}:${start} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
