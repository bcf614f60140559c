// What a keystroke costs: judges the project's largest file, changes it, and judges it in the program after the change; at the end of the
// file, and then in the name of something that it exports.
// Arguments: a tsconfig, and how many keystrokes of each. Prints the median CPU time in the first program, and in those after a change.
import { openProject } from './open-project.mjs';

const [project, count = '10'] = process.argv.slice(2);
const { change, files, judge, textOf } = openProject(project);
const file = files[0];
const original = textOf(file);

const first = judge([file]);
const inside = measure(index => original + '\n'.repeat(index + 1));
const outside = measure(index => `${original}\nexport function typed${index}(): void {}\n`);
console.log(
  `${file}: ${first.toFixed(1)} ms in the first program, ${inside.toFixed(1)} ms after a keystroke, ` +
    `${outside.toFixed(1)} ms after one that changes what the file exports: ratio ${(inside / first).toFixed(2)}`,
);

function measure(textAfter) {
  const costs = Array.from({ length: Number(count) }, (_, index) => {
    change(file, textAfter(index));
    return judge([file]);
  });
  return costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)];
}
