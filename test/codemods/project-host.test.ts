import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { loadProjects } from '../../src/codemods/load-projects.js';
import { createProjectHost, type ProjectHost } from '../../src/codemods/project-host.js';
import { createProject, light, lightConfig } from '../support/create-project.js';

test('a host keeps the last program alone, and none when it lets go', async () => {
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light });
  const [project] = await loadProjects({ cwd, paths: [], projects: [], workspaces: false });
  if (!project) throw new Error('the project cannot be loaded');
  const host = createProjectHost(project);
  const fileName = resolve(cwd, 'src/a.ts');
  const programs = [makeProgram(host, new Map()), makeProgram(host, new Map([[fileName, `${light}\n`]]))];
  expect(await areAlive(programs)).toEqual([false, true]);
  host.release();
  expect(await areAlive(programs)).toEqual([false, false]);
  expect(host.programWith(new Map()).getSourceFile(fileName)?.text).toBe(light);
});

/** A program that has checked something, as far as it is still there. */
function makeProgram(host: ProjectHost, texts: ReadonlyMap<string, string>): WeakRef<object> {
  const program = host.programWith(texts);
  program.getSemanticDiagnostics();
  return new WeakRef(program);
}

async function areAlive(objects: readonly WeakRef<object>[]): Promise<readonly boolean[]> {
  setFlagsFromString('--expose_gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  await setImmediate();
  collectGarbage();
  return objects.map(object => object.deref() !== undefined);
}
