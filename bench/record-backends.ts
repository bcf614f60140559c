import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Backend } from './backends/backend.js';
import { isDifferent, renderComparison } from './backends/render-comparison.js';
import { renderBackends } from './backends/render-backends.js';
import { scanBackend } from './backends/scan-backend.js';

/**
 * Scans the checkouts of public back ends and records what is found in them, or compares it with the record. Back ends whose
 * checkout is missing, or at another commit, are left out, and how to make it is printed.
 */
const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    only: { type: 'string', multiple: true },
    compare: { type: 'boolean', default: false },
    record: { type: 'string', default: join(import.meta.dirname, 'backends.json') },
  },
});
if (values.folder === undefined)
  throw new Error('Name the folder of the checkouts: npm run bench:backends -- --folder path/to/checkouts');
const folder = resolve(values.folder);

const backends = JSON.parse(readFileSync(values.record, 'utf8')) as readonly Backend[]; // written by this script
const results = chooseBackends(values.only).flatMap(recorded => {
  if (!isAtCommit(recorded)) {
    console.error(renderRecipe(recorded));
    return [];
  }
  console.error(`${recorded.name} is scanned ...`);
  return [{ recorded, found: scanBackend(recorded, join(folder, recorded.name)) }];
});
console.log(renderComparison(results));
if (values.compare) process.exitCode = results.some(isDifferent) ? 1 : 0;
else
  writeFileSync(
    values.record,
    renderBackends(backends.map(backend => results.find(({ recorded }) => recorded === backend)?.found ?? backend)),
  );

function chooseBackends(names: readonly string[] | undefined): readonly Backend[] {
  const unknown = names?.find(name => !backends.some(backend => backend.name === name));
  if (unknown !== undefined)
    throw new Error(
      `${values.record} has no back end ${unknown}. It has: ${backends.map(({ name }) => name).join(', ')}.`,
    );
  return backends.filter(({ name }) => names?.includes(name) ?? true);
}

function isAtCommit({ commit, name }: Backend): boolean {
  const checkout = join(folder, name);
  return (
    existsSync(join(checkout, '.git')) &&
    execFileSync('git', ['-C', checkout, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim() === commit
  );
}

/** The commands that make a checkout as it was recorded. */
function renderRecipe({ commit, install, name, repository }: Backend): string {
  const checkout = join(folder, name);
  return `${name} is left out, it is not at ${commit} in ${checkout}. To make it:
  git clone https://github.com/${repository} ${checkout}
  cd ${checkout} && git checkout ${commit} && ${install}`;
}
