// What a keystroke costs: builds a program, analyses one file in it, changes that file, and analyses it in the program after the change.
// Arguments: a tsconfig, and how many keystrokes. Prints the median CPU time of the analysis in the first program, and in those after it.
import ts from 'typescript';
import { analyseFile } from '../dist/analysis/analyse-file.js';
import { checksOfPreset } from '../dist/analysis/configuration/checks.js';
import { defaultSettings } from '../dist/analysis/configuration/settings.js';
import { ProjectAnalyses } from '../dist/analysis/project-analysis.js';
import { catalogue } from '../dist/catalogue/catalogue.js';
import { ClassicEngines } from '../dist/engines/classic/classic-engines.js';

const engines = new ClassicEngines(ts);
const analyses = new ProjectAnalyses();
const [project, count = '10'] = process.argv.slice(2);
const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
  project,
  { noEmit: true },
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(String(messageText));
    },
  },
);
const host = ts.createCompilerHost(options);
const parsed = new Map();
const { getSourceFile } = host;
host.getSourceFile = (name, version) => {
  if (!parsed.has(name)) parsed.set(name, getSourceFile(name, version));
  return parsed.get(name);
};
const file = fileNames
  .filter(name => !/\.d\.[cm]?ts$/.test(name))
  .toSorted((a, b) => (ts.sys.getFileSize?.(b) ?? 0) - (ts.sys.getFileSize?.(a) ?? 0))[0];

let program = ts.createProgram(fileNames, options, host);
const first = measure(program);
const later = [];
for (let index = 0; index < Number(count); index += 1) {
  const text = `${program.getSourceFile(file).text}\n`;
  parsed.set(file, ts.createSourceFile(file, text, options.target ?? ts.ScriptTarget.ES2022));
  program = ts.createProgram(fileNames, options, host, program);
  later.push(measure(program));
}
const median = later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)];
console.log(
  `${file}: ${first.toFixed(1)} ms in the first program, ${median.toFixed(1)} ms after a keystroke: ratio ${(median / first).toFixed(2)}`,
);

/** The checker's own start is left out: every typed rule needs it. */
function measure(of) {
  of.getTypeChecker();
  const before = process.cpuUsage();
  const analysis = analyses.of({ engine: engines.of(of), catalogue, settings: defaultSettings });
  analyseFile(analysis.unitOf(of.getSourceFile(file), checksOfPreset('recommended')));
  const { system, user } = process.cpuUsage(before);
  return (user + system) / 1000;
}
