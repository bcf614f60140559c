// What it costs to judge one file alone, as lint-staged does, beside all files of its project; each in a process of its own.
// Arguments: a tsconfig, and how many files; these are of all sizes. Prints each, their median and the ratios.
import { spawnSync } from 'node:child_process';
import { openProject } from './open-project.mjs';

const [project, count = '5', only] = process.argv.slice(2);
if (only === undefined) compare();
else judgeHere();

function judgeHere() {
  const { files, judge } = openProject(project);
  const chosen = only === 'all' ? files : [files[Math.floor((files.length * Number(only)) / Number(count))]];
  console.log(
    JSON.stringify({ cost: judge(chosen), name: chosen.length === 1 ? chosen[0] : `${chosen.length} files` }),
  );
}

function compare() {
  const all = run('all');
  const single = Array.from({ length: Number(count) }, (_, index) => run(String(index)));
  for (const { cost, name } of [all, ...single])
    console.log(`${name}: ${cost.toFixed(0)} ms, ratio ${(cost / all.cost).toFixed(2)}`);
  const costs = single.map(({ cost }) => cost).toSorted((a, b) => a - b);
  const median = costs[Math.floor(costs.length / 2)];
  console.log(`the median of one file alone: ${median.toFixed(0)} ms, ratio ${(median / all.cost).toFixed(2)}`);
}

function run(which) {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', import.meta.filename, project, count, which],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr.slice(-2000));
  return JSON.parse(stdout);
}
