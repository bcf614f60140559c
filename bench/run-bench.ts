import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listSources } from './list-sources.js';
import { format, median, medianPeak, medianSeconds, runInterleaved, type Cost, type Program } from './run-measured.js';
import { tscProgram } from './tsc-program.js';

/**
 * Measures, on one project and in one run: the rules' own time against `no-floating-promises` with `checkThenables`, and `scan` against `tsc --noEmit`. Prints ratios; single times mean little on a shared machine.
 */
const { values } = parseArgs({
  options: { project: { type: 'string', short: 'p' }, runs: { type: 'string', default: '5' } },
});
if (values.project === undefined) throw new Error('Name a tsconfig: npm run bench -- --project path/to/tsconfig.json');
const project = resolve(values.project);
const runs = Number(values.runs);
const root = resolve(import.meta.dirname, '..');

const list = join(mkdtempSync(join(tmpdir(), 'persistence-bench-')), 'files.json');
const files = listSources(project);
writeFileSync(list, JSON.stringify(files));
process.on('exit', () => {
  rmSync(dirname(list), { recursive: true });
});
console.log(`${files.length} files, ${runs} runs of each\n`);

const lint = (rule: string): Program => ({
  name: `eslint, ${rule}`,
  words: [join(root, 'bench/lint-once.mjs'), project, list, rule],
  exitCodes: [0],
});
const programs: readonly Program[] = [
  lint('none'),
  lint('unawaited'),
  lint('recommended'),
  lint('all'),
  lint('floating-promises'),
  tscProgram(project),
  {
    name: 'scan',
    words: [join(root, 'dist/cli/bin.js'), 'scan', '-p', project, '--reporter', 'json'],
    exitCodes: [0, 1],
  },
];

const costs = runInterleaved(programs, runs);
for (const [index, program] of programs.entries()) {
  const own = costs[index] ?? [];
  const cpu = own.map(cost => cost.cpuSeconds);
  console.log(
    `${program.name.padEnd(24)} cpu ${format(median(cpu))} s (${format(Math.min(...cpu))} to ${format(Math.max(...cpu))}), peak ${medianPeak(own).toFixed(0)} MB`,
  );
}
const [none = [], unawaited = [], recommended = [], all = [], peer = [], tsc = [], scan = []] = costs;
const peerTime = medianSeconds(peer) - medianSeconds(none);
const renderOwn = (of: readonly Cost[]): string => {
  const own = medianSeconds(of) - medianSeconds(none);
  return `${format(own)} s: ratio ${format(own / peerTime)}`;
};
console.log(`
above a run without rules, no-floating-promises with checkThenables takes ${format(peerTime)} s, and
no-unawaited-calls          ${renderOwn(unawaited)}
the rules of recommended    ${renderOwn(recommended)}
all three rules             ${renderOwn(all)}
memory of linting with the first:  ratio ${format(medianPeak(unawaited) / medianPeak(peer))}
scan against tsc --noEmit:  time ratio ${format(medianSeconds(scan) / medianSeconds(tsc))}, memory ratio ${format(medianPeak(scan) / medianPeak(tsc))}`);
