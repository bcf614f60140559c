// Opens the project of a tsconfig as an editor does: programs after the first one keep the trees of all files that did not change.
import ts from 'typescript';
import { analyseFile } from '../dist/analysis/analyse-file.js';
import { checksOfPreset } from '../dist/analysis/configuration/checks.js';
import { defaultSettings } from '../dist/analysis/configuration/settings.js';
import { ProjectAnalyses } from '../dist/analysis/project-analysis.js';
import { catalogue } from '../dist/catalogue/catalogue.js';
import { ClassicEngines } from '../dist/engines/classic/classic-engines.js';

/** Gives the sources of a project, the largest first, a way to change one, and what it costs to judge some of them. */
export function openProject(tsconfig) {
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    tsconfig,
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
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
  const engines = new ClassicEngines(ts);
  const analyses = new ProjectAnalyses();
  let program = ts.createProgram(fileNames, options, host);

  return { files: sources(), change, judge, textOf: file => program.getSourceFile(file).text };

  function sources() {
    return program
      .getSourceFiles()
      .filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && !fileName.includes('/node_modules/'))
      .toSorted((a, b) => b.text.length - a.text.length)
      .map(({ fileName }) => fileName);
  }

  function change(file, text) {
    const { languageVersion } = program.getSourceFile(file);
    parsed.set(file, ts.createSourceFile(file, text, languageVersion));
    program = ts.createProgram(fileNames, options, host, program);
  }

  /** The CPU time in milliseconds; the checker's own start is left out: every typed rule needs it. */
  function judge(files) {
    program.getTypeChecker();
    const before = process.cpuUsage();
    const analysis = analyses.of({ engine: engines.of(program), catalogue, settings: defaultSettings });
    for (const file of files) analyseFile(analysis.unitOf(program.getSourceFile(file), checksOfPreset('recommended')));
    const { system, user } = process.cpuUsage(before);
    return (user + system) / 1000;
  }
}
