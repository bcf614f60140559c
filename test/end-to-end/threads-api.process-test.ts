import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyService, type CopiedService } from '../support/threads-api/copy-service.js';
import { root } from '../support/paths.js';
import { runProgram, runProgramIn } from '../support/threads-api/run-program.js';
import { runRequests, type Exchanges } from '../support/threads-api/run-requests.js';
import { startSystem, type RunningSystem } from '../support/threads-api/start-system.js';

/** Where a finding stands, and what it is. */
interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
}

/** The part of the command line's JSON report that this test reads. */
interface ScanReport {
  readonly root: string;
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly kind: string;
      readonly function: string;
      readonly call: string;
      readonly line: number;
      readonly column: number;
    }[];
  }[];
}

/** Long enough for a read to overtake a write on a busy machine. */
const writeDelay = 700;

const resources = ['threads', 'runs', 'steps'] as const;

let service: CopiedService;
let directory: string;
beforeAll(async () => {
  service = await copyService('threads-api');
  ({ directory } = service);
});
afterAll(async () => {
  await service.remove();
});

describe('the service as it is', () => {
  let system: RunningSystem;
  let answers: Exchanges;
  beforeAll(async () => {
    system = await startSystem(directory, writeDelay);
    answers = await runRequests(system);
  });
  afterAll(async () => {
    await system.stop();
  });

  it.each(resources)('says that it created one of the %s, which then is not there', resource => {
    const { create, readCreated, list } = answers[resource];
    expect(create).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^(thread|run|step)_/) as string } });
    expect(readCreated).toMatchObject({ status: 404 });
    expect(list).toMatchObject({ status: 200, body: { [resource]: [], total: 0, page: 1, page_size: 10 } });
  });

  it.each(resources)('says that it updated one of the %s, which then is as it was', resource => {
    const { create, update, readUpdated } = answers[resource];
    expect(update).toMatchObject({
      status: 200,
      body: { status: expect.stringMatching(/closed|completed/) as string },
    });
    expect(readUpdated).toMatchObject({ status: 200, body: create.body });
  });

  it.each(resources)('says that it deleted one of the %s, which then is still there', resource => {
    const { remove, readRemoved } = answers[resource];
    expect(remove).toMatchObject({ status: 204, body: undefined });
    expect(readRemoved).toMatchObject({ status: 200 });
  });

  it('answers refused writes as successes', () => {
    const { duplicate, refused } = answers;
    expect([duplicate.first.status, duplicate.second.status]).toEqual([201, 201]);
    expect([refused.create.status, refused.read.status]).toEqual([201, 404]);
  });

  it('leaves nothing of a refused write but an unhandled rejection in the log, and lives on', async () => {
    const { service } = system;
    await service.untilLog(log => log.split('unhandled rejection').length === 3);
    expect(service.log()).toMatch(/unhandled rejection: Resource with specified id already exists/);
    expect(service.log()).toMatch(/unhandled rejection: The partition has reached its maximum size/);

    const response = await fetch(`${service.url}${answers.threads.list.path}`);
    expect(response.status).toBe(200);
  });
});

describe('the repair', () => {
  const faults = [
    ['run', 'RunRepository'],
    ['step', 'StepRepository'],
    ['thread', 'ThreadRepository'],
  ].flatMap(([name, repository]) => {
    const path = `src/repositories/${name}-repository.ts`;
    return [
      { path, function: `${repository}.create`, kind: 'floating', call: 'container.items.create()' },
      { path, function: `${repository}.update`, kind: 'neverAwaited', call: 'container.item().replace()' },
      { path, function: `${repository}.delete`, kind: 'floating', call: 'container.item().delete()' },
    ];
  });

  it('is offered for the nine lost writes and nothing else, by the command line and the rule alike', async () => {
    const scan = await runProgram(
      'dist/cli/bin.js',
      'scan',
      '-p',
      join(directory, 'tsconfig.json'),
      '--reporter',
      'json',
    );
    expect(scan).toMatchObject({ exitCode: 1, stderr: '' });
    const found = findingsOf(JSON.parse(scan.stdout) as ScanReport);
    expect(found).toMatchObject(faults);
    expect(await lint()).toEqual(found.map(({ path, line, column, kind }) => ({ path, line, column, kind })));
  });

  it('is made by the codemod, and leaves nothing to report', async () => {
    const fix = await runProgramIn(
      directory,
      'dist/cli/bin.js',
      'fix',
      '--write',
      '--allow-dirty',
      '--allow-no-vcs',
      '--quiet',
    );
    expect(fix).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await lint()).toEqual([]);
  });

  function findingsOf({ root, files }: ScanReport): (Place & { function: string; call: string })[] {
    return files.flatMap(file => {
      const path = relative(directory, resolve(root, file.path));
      return file.findings.map(({ kind, function: around, call, line, column }) => {
        return { path, line, column, kind, function: around, call };
      });
    });
  }

  async function lint(): Promise<Place[]> {
    const entry = pathToFileURL(join(root, 'dist', 'index.js')).href;
    const { default: persistence } = (await import(entry)) as { default: ESLint.Plugin };
    const eslint = new ESLint({
      cwd: directory,
      overrideConfigFile: true,
      overrideConfig: {
        files: ['**/*.ts'],
        languageOptions: {
          parser: tseslint.parser,
          parserOptions: { projectService: true, tsconfigRootDir: directory },
        },
        plugins: { persistence },
        rules: { 'persistence/no-unawaited-calls': 'error' },
      },
    });
    const results = await eslint.lintFiles(['src']);
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, messageId, message }) => {
        return { path: relative(directory, filePath), line, column, kind: messageId ?? message };
      }),
    );
  }
});

describe('the service after the repair', () => {
  let system: RunningSystem;
  let answers: Exchanges;
  beforeAll(async () => {
    system = await startSystem(directory, writeDelay);
    answers = await runRequests(system);
  });
  afterAll(async () => {
    await system.stop();
  });

  it.each(resources)('creates one of the %s', resource => {
    const { create, readCreated, list } = answers[resource];
    expect(create).toMatchObject({ status: 201 });
    expect(readCreated).toMatchObject({ status: 200, body: create.body });
    expect(list).toMatchObject({ status: 200, body: { [resource]: [create.body], total: 1, page: 1, page_size: 10 } });
  });

  it.each(resources)('updates one of the %s', resource => {
    const { create, update, readUpdated } = answers[resource];
    expect(update).toMatchObject({
      status: 200,
      body: { status: expect.stringMatching(/closed|completed/) as string },
    });
    expect(update.body).not.toEqual(create.body);
    expect(readUpdated).toMatchObject({ status: 200, body: update.body });
  });

  it.each(resources)('deletes one of the %s', resource => {
    const { remove, readRemoved } = answers[resource];
    expect(remove).toMatchObject({ status: 204, body: undefined });
    expect(readRemoved).toMatchObject({ status: 404 });
  });

  it('answers refused writes as errors', () => {
    const { duplicate, refused } = answers;
    expect([duplicate.first.status, duplicate.second.status]).toEqual([201, 409]);
    expect([refused.create.status, refused.read.status]).toEqual([502, 404]);
    expect(system.service.log()).not.toContain('unhandled rejection');
  });
});
