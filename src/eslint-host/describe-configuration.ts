import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadESLint } from './load-eslint.js';
import { readConfiguration, type ConfigurationRequest, type FileConfig } from './read-configuration.js';

/**
 * Says in a short text what the project's ESLint configuration says of files: the same text where it says the same. The
 * configuration is run, since it may read whatever it likes; where none is there, no ESLint is loaded.
 */
export async function describeConfiguration(request: ConfigurationRequest): Promise<string> {
  if (!request.readsConfig || !isThereOne(request)) return 'none';
  const loaded = await loadESLint(request.folder);
  if (loaded.kind !== 'loaded') return loaded.kind;
  const read = await readConfiguration(loaded.eslint, request);
  return read.kind === 'read' ? describeConfigs(read.configuration.fileConfigs) : read.kind;
}

/** Whether there is a configuration where some version of ESLint looks for one: beside the project or a file, or above. */
function isThereOne({ allFileNames, fileNames, folder }: ConfigurationRequest): boolean {
  const folders = new Set<string>();
  for (const start of [folder, ...[...fileNames, ...allFileNames].map(fileName => dirname(fileName))])
    for (let at = start; !folders.has(at); at = dirname(at)) folders.add(at);
  return [...folders].some(at => configNames.some(name => existsSync(join(at, name))));
}

const configNames: readonly string[] = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(
  extension => `eslint.config.${extension}`,
);

function describeConfigs(configs: ReadonlyMap<string, FileConfig | undefined>): string {
  const distinct = [...new Set(configs.values())];
  const byFile = [...configs].map(([fileName, config]) => [fileName, distinct.indexOf(config)]);
  try {
    return createHash('sha256')
      .update(JSON.stringify([distinct, byFile]))
      .digest('base64url');
  } catch {
    return 'unwritable'; // settings that hold themselves, which are refused when they are read
  }
}
