import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { loadProjects } from '../../src/codemods/load-projects.js';
import type { EngineHost } from '../../src/engines/engine.js';
import { createProjectHost } from '../../src/codemods/project-host.js';
import { createProject, light, lightConfig } from '../support/create-project.js';

test('a host keeps the last engine alone, and none when it lets go', async () => {
  const cwd = createProject({ 'tsconfig.json': JSON.stringify(lightConfig), 'src/a.ts': light });
  const [project] = await loadProjects({ cwd, paths: [], projects: [], workspaces: false });
  if (!project) throw new Error('the project cannot be loaded');
  const host = createProjectHost(project);
  const fileName = resolve(cwd, 'src/a.ts');
  const engines = [makeEngine(host, new Map()), makeEngine(host, new Map([[fileName, `${light}\n`]]))];
  expect(await areAlive(engines)).toEqual([false, true]);
  host.release();
  expect(await areAlive(engines)).toEqual([false, false]);
  expect(host.engineWith(new Map()).files.named(fileName)?.text).toBe(light);
});

/** An engine that has checked something, as far as it is still there: it is as long as its program. */
function makeEngine(host: EngineHost, texts: ReadonlyMap<string, string>): WeakRef<object> {
  const engine = host.engineWith(texts);
  for (const sourceFile of engine.files.own()) engine.diagnostics.semantic(sourceFile);
  return new WeakRef(engine);
}

async function areAlive(objects: readonly WeakRef<object>[]): Promise<readonly boolean[]> {
  setFlagsFromString('--expose_gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  await setImmediate();
  collectGarbage();
  return objects.map(object => object.deref() !== undefined);
}
