import Table from 'cli-table3';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '../src/analysis/report/report.js';
import { copyProject } from './await-removal/copy-project.js';
import { removeStatementAwaits } from './await-removal/remove-statement-awaits.js';
import { listSources } from './list-sources.js';
import { format, median, medianPeak, medianSeconds, runInterleaved, type Program, type Run } from './run-measured.js';
import { tscProgram } from './tsc-program.js';

/**
 * Measures, on one project and in one run, what the command line costs against `tsc --noEmit`: `scan`, and `fix` without
 * writing, with and without verification. The costs of `fix` mean little where there is nothing to mend, so it can be given a
 * copy of the project without its awaits.
 */
const { values } = parseArgs({
  options: {
    project: { type: 'string', short: 'p' },
    runs: { type: 'string', default: '5' },
    root: { type: 'string' },
    'remove-awaits': { type: 'boolean', default: false },
  },
});
if (values.project === undefined)
  throw new Error('Name a tsconfig: npm run bench:codemod -- --project path/to/tsconfig.json');
const project = values['remove-awaits'] ? await copyWithoutAwaits(resolve(values.project)) : resolve(values.project);
const runs = Number(values.runs);
const root = resolve(import.meta.dirname, '..');

const programs: readonly Program[] = [
  tscProgram(project),
  cli('scan'),
  cli('fix', '--verify=off'),
  cli('fix', '--verify=file'),
];
console.log(`${listSources(project).length} files, ${runs} runs of each\n`);

const costs = runInterleaved(programs, runs);
const [tsc = [], scan = [], unverified = [], verified = []] = costs;
const table = new Table({ head: ['', 'cpu, s', 'from', 'to', 'peak, MB'], style: { head: [] } });
for (const [index, { name }] of programs.entries()) {
  const own = costs[index] ?? [];
  const cpu = own.map(({ cpuSeconds }) => cpuSeconds);
  table.push([name, ...[median(cpu), Math.min(...cpu), Math.max(...cpu)].map(format), medianPeak(own).toFixed(0)]);
}
console.log(table.toString());
console.log(`
tsc reports ${tsc[0]?.out.match(/^\S.*error TS\d+/gm)?.length ?? 0} errors; scan ${describe(scan)}; fix ${describe(verified)}

scan against tsc:           time ${format(medianSeconds(scan) / medianSeconds(tsc))} (at most 1), memory ${format(medianPeak(scan) / medianPeak(tsc))} (at most 1.2)
fix --verify=off:           ${format(medianSeconds(unverified) / medianSeconds(scan))} of scan (at most 1.3)
fix --verify=file:          scan + ${format((medianSeconds(verified) - medianSeconds(scan)) / medianSeconds(tsc))} of tsc (at most 1.2), memory ${format(medianPeak(verified) / medianPeak(tsc))} of tsc (at most 1.6)`);

/** Gives the tsconfig of a copy that is removed when the process exits. */
async function copyWithoutAwaits(original: string): Promise<string> {
  const copy = copyProject(original, values.root === undefined ? undefined : resolve(values.root));
  process.on('exit', () => {
    copy.remove();
  });
  console.log(`${await removeStatementAwaits(copy)} awaits are removed`);
  return copy.configPath;
}

function cli(command: string, ...flags: readonly string[]): Program {
  const words = [join(root, 'dist/cli/bin.js'), command, '-p', project, ...flags, '--reporter', 'json', '--quiet'];
  return { name: [command, ...flags].join(' '), words, exitCodes: [0, 1] };
}

function describe([first]: readonly Run[]): string {
  const { files, summary } = JSON.parse(first?.out ?? '') as Report; // `--reporter json` writes nothing else
  const edited = files.filter(({ findings }) => findings.some(({ outcome }) => outcome === 'fixable'));
  return `finds ${summary.findings} in ${summary.files} files, of which ${summary.fixable} can be mended in ${edited.length} files, and ${summary.rolledBack} are taken back`;
}
