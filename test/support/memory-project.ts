import ts from 'typescript';
import { analyseFile, type FileAnalysis } from '../../src/analysis/analyse-file.js';
import { checksOfPreset } from '../../src/analysis/configuration/checks.js';
import { defaultSettings } from '../../src/analysis/configuration/settings.js';
import type { CheckedUnit } from '../../src/analysis/unit.js';
import { ProjectAnalyses } from '../../src/analysis/project-analysis.js';
import { catalogue } from '../../src/catalogue/catalogue.js';
import { ClassicEngines } from '../../src/engines/classic/classic-engines.js';

/** Texts by file name. */
export type Texts = ReadonlyMap<string, string>;

const library = ts.createSourceFile(
  '/lib.d.ts',
  `interface Promise<T> { then<R>(done: (value: T) => R, failed?: (reason: unknown) => R): Promise<R>; catch(failed: () => void): Promise<T> }
   interface PromiseConstructor { all(values: readonly unknown[]): Promise<unknown[]> }
   declare var Promise: PromiseConstructor;
   interface Array<T> { [n: number]: T; length: number; map<R>(f: (item: T) => R): R[]; push(item: T): number }
   interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {} interface NewableFunction {}
   interface Number {} interface Object {} interface RegExp {} interface String {} interface TemplateStringsArray {}
   interface ReadonlyArray<T> { [n: number]: T }`,
  ts.ScriptTarget.ES2022,
  true,
);

/** A project in memory, which changes as one in an editor does: files that stay the same stay the same trees. */
export class MemoryProject {
  readonly #options: ts.CompilerOptions = { noLib: false, strict: true, target: ts.ScriptTarget.ES2022, types: [] };
  readonly #engines = new ClassicEngines(ts);
  readonly #analyses = new ProjectAnalyses();
  readonly #trees = new Map<string, ts.SourceFile>([['/lib.d.ts', library]]);
  #program: ts.Program | undefined;

  constructor(texts: Texts) {
    this.change(texts);
  }

  change(texts: Texts): void {
    for (const [name, text] of texts)
      if (this.#trees.get(name)?.text !== text)
        this.#trees.set(name, ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true));
    const host: ts.CompilerHost = {
      ...ts.createCompilerHost(this.#options),
      getSourceFile: name => this.#trees.get(name),
      getDefaultLibFileName: () => '/lib.d.ts',
      getCurrentDirectory: () => '/',
      fileExists: name => this.#trees.has(name),
      readFile: name => this.#trees.get(name)?.text,
      directoryExists: () => true,
      getDirectories: () => [],
    };
    this.#program = ts.createProgram([...texts.keys()], this.#options, host, this.#program);
  }

  /** What is found in files, in the order that they are asked in. */
  judge(names: readonly string[]): ReadonlyMap<string, FileAnalysis> {
    return new Map(names.map(name => [name, analyseFile(this.unitOf(name))]));
  }

  /** What the analysis asks of a file. */
  unitOf(name: string): CheckedUnit {
    const sourceFile = this.#program?.getSourceFile(name);
    if (!this.#program || !sourceFile) throw new Error(`${name} was not read`);
    const engine = this.#engines.of(this.#program);
    const analysis = this.#analyses.of({ engine, catalogue, settings: defaultSettings });
    return analysis.unitOf(sourceFile, checksOfPreset('strict'));
  }
}
