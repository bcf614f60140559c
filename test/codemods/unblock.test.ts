import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyseFile } from '../../src/analysis/analyse-file.js';
import { checksOfBlockingCalls } from '../../src/analysis/configuration/checks.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { fileCalls } from '../../src/catalogue/file-calls.js';
import { createEditApplier } from '../../src/codemods/apply-edits.js';
import { root } from '../support/paths.js';
import { repairAtOnce } from '../support/repair-at-once.js';
import { calls, type Call } from './unblock-calls.js';
import { unitOf } from '../support/unit-of.js';

/** How a call reaches its function: by a name of its own, or as a member of its module. */
const forms = ['name', 'member'] as const;
type Form = (typeof forms)[number];

const base = resolve(root, '.tmp');
let folder: string;

/** Every call in each form, before and after its repair, and how many findings the file had. */
let cases: readonly (Call & { readonly form: Form; readonly path: string; readonly found: number })[];

beforeAll(() => {
  mkdirSync(base, { recursive: true });
  folder = mkdtempSync(join(base, 'unblock-'));
  const written = calls.flatMap((call, index) =>
    forms.map(form => ({
      ...call,
      form,
      path: join(folder, `${call.module}-${call.name}-${form}-${index}.ts`.replace(/[^\w.]/g, '-')),
    })),
  );
  for (const one of written) writeFileSync(one.path, renderModule(one, one.form));
  cases = repair(written);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('every function with a twin is called', () => {
  const known = catalogue.blocking.flatMap(({ blocking, packages: [owner = ''] }) =>
    Object.entries(blocking.calls).flatMap(([name, { instead }]) =>
      instead.kind === 'advice' || (owner === 'fs-extra' && name in fileCalls) ? [] : [`${owner} ${name}`],
    ),
  );
  const called = calls.map(({ module, name }) => `${module.startsWith('node:') ? 'node' : module} ${name}`);
  expect(called.toSorted()).toEqual(known.filter(name => !isOfLaterNode(name)).toSorted());
});

test('what is repaired type-checks', () => {
  const program = ts.createProgram(
    cases.map(({ path }) => path),
    options,
  );
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  expect(problems).toEqual([]);
});

describe.each(calls.filter(({ name }) => !isMissingHere(name)))('$name of $module', call => {
  test.each(forms)('gives what it gave, reached by %s', async form => {
    const repaired = cases.find(one => one.name === call.name && one.module === call.module && one.form === form);
    expect(repaired?.found).toBe(countSyncCalls(call));
    expect(await outcomeOf(repaired?.path ?? '', call.tests.length)).toEqual(
      await outcomeOf(`${repaired?.path ?? ''}.before.ts`, call.tests.length),
    );
  });
});

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  typeRoots: [resolve(root, 'node_modules/@types')],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** A module with one async function for each test of a call. */
function renderModule({ module, tests }: Call, form: Form): string {
  const names = [...new Set(tests.flatMap(test => [...test.matchAll(/\$(\w+)/g)].map(([, name = '']) => name)))];
  const head =
    form === 'name' ? `import { ${names.join(', ')} } from '${module}';` : `import * as library from '${module}';`;
  const bodies = tests.map(test => test.replaceAll('$', form === 'name' ? '' : 'library.'));
  const functions = bodies.map(
    (body, index) => `export async function run${index}(at: (name: string) => string) {\n  ${body}\n}\n`,
  );
  return `${head}\n\n${functions.join('\n')}`;
}

function repair(written: readonly (Call & { readonly form: Form; readonly path: string })[]): typeof cases {
  const program = ts.createProgram(
    written.map(({ path }) => path),
    options,
  );
  const applier = createEditApplier();
  return written.map(one => {
    const sourceFile = program.getSourceFile(one.path);
    if (!sourceFile) throw new Error(`${one.path} is not in the program`);
    const checks = checksOfBlockingCalls({ allow: [], checkCheapCalls: true });
    const { findings } = analyseFile(unitOf(sourceFile, program, { checks }));
    const { edits, planned } = repairAtOnce(findings);
    cpSync(one.path, `${one.path}.before.ts`);
    writeFileSync(one.path, applier.apply(one.path, sourceFile.text, edits));
    return { ...one, found: planned.length };
  });
}

/** What each function of a module gives in a folder of its own, or how it fails, and what it leaves in the folder. */
async function outcomeOf(path: string, count: number): Promise<readonly unknown[]> {
  const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  writeFileSync(`${path}.cjs`, outputText);
  const loaded = createRequire(import.meta.url)(`${path}.cjs`) as Readonly<
    Record<string, (at: (name: string) => string) => Promise<unknown>>
  >;
  const outcomes: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    const place = mkdtempSync(join(base, 'place-'));
    writeFileSync(join(place, 'a.txt'), 'text');
    mkdirSync(join(place, 'folder'));
    writeFileSync(join(place, 'folder/b.txt'), 'more');
    const outcome = await settle(loaded[`run${index}`], name => join(place, name));
    outcomes.push(JSON.parse(withoutChance(JSON.stringify({ outcome, left: listTree(place) }), place)));
    rmSync(place, { recursive: true });
  }
  return outcomes;
}

/** A text without what is different each time, and without the path that Node 20 leaves out of the message of `opendirSync`. */
function withoutChance(text: string, place: string): string {
  return text
    .replaceAll(place, '<place>')
    .replace(/temp-\w{6}/g, 'temp-XXXXXX')
    .replace(/(?<=, opendir) '[^']*'/, '');
}

async function settle(
  run: ((at: (name: string) => string) => Promise<unknown>) | undefined,
  at: (name: string) => string,
): Promise<unknown> {
  try {
    const value = await run?.(at);
    return { type: Object.prototype.toString.call(value), value: value === undefined ? 'undefined' : value };
  } catch (error) {
    const { code, message, name } = error as NodeJS.ErrnoException; // Node throws nothing else
    return { name, code, message };
  }
}

function listTree(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map(
      name =>
        `${name} ${statSync(join(place, name), { throwIfNoEntry: false })?.isFile() ? readFileSync(join(place, name), 'utf8') : ''}`,
    );
}

function countSyncCalls({ tests }: Call): number {
  return tests.flatMap(body => [...body.matchAll(/\$|\bdir\.\w+Sync/g)]).length;
}

/** Whether the declarations that this package is developed with do not have a function yet. */
function isOfLaterNode(name: string): boolean {
  return name === 'node argon2Sync';
}

/** Whether the running Node does not have a function yet that the declarations have. */
function isMissingHere(name: string): boolean {
  return name.startsWith('zstd') && process.versions.node.startsWith('20.');
}
