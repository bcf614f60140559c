import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeError } from '../describe-error.js';
import { runForeign } from '../run-foreign.js';
import type { PersistenceSettings } from '../codemods/index.js';
import { UsageError } from '../codemods/usage-error.js';

/** Loads settings from a JSON file, or from the default export of a JavaScript module. What they say is proved when the run starts. */
export async function loadSettings(cwd: string, name: string): Promise<PersistenceSettings> {
  const path = resolve(cwd, name);
  try {
    return (
      extname(path) === '.json' ? JSON.parse(await readFile(path, 'utf8')) : await runForeign(() => importDefault(path))
    ) as PersistenceSettings; // may be anything
  } catch (error) {
    throw new UsageError(`${path}: the settings cannot be read (${describeError(error).replace(/\.$/, '')}).`);
  }
}

async function importDefault(path: string): Promise<unknown> {
  const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown }; // modules are not typed at run time
  if (module.default === undefined) throw new Error('it has no default export');
  return module.default;
}
