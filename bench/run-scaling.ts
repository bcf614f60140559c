import Table from 'cli-table3';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateProject } from './generate-project.js';
import { format, medianSeconds, runInterleaved, type Program } from './run-measured.js';

/** Measures how the rule's own time and that of `scan` grow with the number of files, on projects of one form. */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, sizes: { type: 'string', default: '500,1000,2000,4000' } },
});
const root = resolve(import.meta.dirname, '..');
mkdirSync(join(root, '.tmp'), { recursive: true }); // below the repository, so that its packages resolve
const table = new Table({ head: ['files', "the rule's own, s", 'ms a file', 'scan, s', 'ms a file'] });
for (const size of values.sizes.split(',').map(Number)) {
  const folder = mkdtempSync(join(root, '.tmp/scaling-'));
  const files = generateProject(folder, size);
  const list = join(folder, 'files.json');
  writeFileSync(list, JSON.stringify(files));
  const [none = [], unawaited = [], scan = []] = runInterleaved(
    [lint('none'), lint('unawaited'), scanOf(folder)],
    Number(values.runs),
  );
  rmSync(folder, { recursive: true });
  const own = medianSeconds(unawaited) - medianSeconds(none);
  table.push([size, ...perFile(own, size), ...perFile(medianSeconds(scan), size)]);

  function lint(rule: string): Program {
    return {
      name: rule,
      words: [join(root, 'bench/lint-once.mjs'), join(folder, 'tsconfig.json'), list, rule],
      exitCodes: [0],
    };
  }
}
console.log(table.toString());

function scanOf(folder: string): Program {
  return {
    name: 'scan',
    words: [join(root, 'dist/cli/bin.js'), 'scan', '-p', folder, '--no-eslint-config', '--reporter', 'json'],
    exitCodes: [1],
  };
}

function perFile(seconds: number, size: number): readonly string[] {
  return [format(seconds), format((1000 * seconds) / size)];
}
