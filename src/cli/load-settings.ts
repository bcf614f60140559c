import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { describeError } from '../describe-error.js';
import { runForeign } from '../run-foreign.js';
import type { PersistenceSettings } from '../codemods/index.js';
import { UsageError } from '../codemods/usage-error.js';

/**
 * Loads settings from the default export of a JavaScript module, or as JSON from any other file or pipe, and from standard
 * input, which is called `-`. They are validated when the run starts.
 */
export async function loadSettings(cwd: string, name: string): Promise<PersistenceSettings> {
  const path = resolve(cwd, name);
  try {
    return (await load(name, path)) as PersistenceSettings; // may be anything
  } catch (error) {
    const place = name === '-' ? '--settings -' : path;
    throw new UsageError(`${place}: the settings cannot be read (${describeError(error).replace(/\.$/, '')}).`);
  }
}

async function load(name: string, path: string): Promise<unknown> {
  if (name === '-') return JSON.parse(await text(process.stdin));
  return modules.includes(extname(path))
    ? await runForeign(() => importDefault(path))
    : JSON.parse(await readFile(path, 'utf8'));
}

/** How the names of JavaScript modules end; whatever else is there is JSON, such as what a shell puts in the place of `<(command)`. */
const modules: readonly string[] = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];

async function importDefault(path: string): Promise<unknown> {
  const module = (await import(pathToFileURL(path).href)) as { readonly default?: unknown }; // modules are not typed at run time
  if (module.default === undefined) throw new Error('it has no default export');
  return module.default;
}
