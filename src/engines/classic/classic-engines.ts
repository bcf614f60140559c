import type ts from 'typescript';
import { createProjectIndex } from '../../project-index/create-project-index.js';
import { createFileRecords } from '../../project-index/file-records.js';
import type { Engine } from '../engine.js';
import { assertSameCompiler } from './assert-same-compiler.js';
import { classicDeclarationFacts } from './classic-declaration-facts.js';
import { classicDiagnostics } from './classic-diagnostics.js';
import { classicExportFacts } from './classic-export-facts.js';
import { classicFiles } from './classic-files.js';
import { classicModuleFacts } from './classic-module-facts.js';
import { classicTypeFacts } from './classic-type-facts.js';

/**
 * The engines on programs of one compiler, TypeScript 5.4 to 6.0, which come one after the other or side by side: what a file
 * says for itself is read once for all of them. Lives as long as more programs may come, and keeps none of them alive.
 */
export class ClassicEngines {
  readonly #compiler: typeof ts;
  readonly #records;
  readonly #ofPrograms = new WeakMap<ts.Program, Engine>();

  constructor(compiler: typeof ts) {
    this.#compiler = compiler;
    this.#records = createFileRecords(compiler);
  }

  /** The engine on a program that the compiler made. Asking twice for the same program gives the same object, which remembers its answers. */
  of(program: ts.Program): Engine {
    let engine = this.#ofPrograms.get(program);
    if (!engine) {
      assertSameCompiler(this.#compiler, program);
      this.#ofPrograms.set(program, (engine = this.#create(program)));
    }
    return engine;
  }

  #create(program: ts.Program): Engine {
    const compiler = this.#compiler;
    const files = classicFiles(compiler, program);
    const index = createProjectIndex(files, this.#records);
    return {
      syntax: compiler,
      files,
      index,
      types: classicTypeFacts(compiler, program, { files, index }),
      declarations: classicDeclarationFacts(compiler, program),
      exports: classicExportFacts(compiler, program, files),
      modules: classicModuleFacts(compiler, program),
      diagnostics: classicDiagnostics(compiler, program),
      parse: (fileName, text) => compiler.createSourceFile(fileName, text, compiler.ScriptTarget.Latest),
    };
  }
}
