import type ts from 'typescript';
import { createProjectIndex } from '../../project-index/create-project-index.js';
import { createFileRecords } from '../../project-index/file-records.js';
import type { FunctionWithBody } from '../../syntax/has-body.js';
import type { Engine } from '../engine.js';
import { assertSameCompiler } from './assert-same-compiler.js';
import { classicDeclarationFacts } from './classic-declaration-facts.js';
import { classicDiagnostics } from './classic-diagnostics.js';
import { classicExportFacts } from './classic-export-facts.js';
import { classicFiles } from './classic-files.js';
import { classicModuleFacts } from './classic-module-facts.js';
import { classicTypeFacts } from './classic-type-facts.js';
import { createFunctionFinder } from './find-functions.js';
import { createBehind, nothingBehind, type Behind, type Reading } from './workspace/create-behind.js';
import { createSourceFinder, type SourceFinder } from './workspace/create-source-finder.js';
import { createSourcePrograms, type SourcePrograms } from './workspace/create-source-programs.js';
import { routeIndex } from './workspace/route-index.js';
import { routeTypeFacts } from './workspace/route-type-facts.js';
import { createWrittenSymbols } from './written/find-written-symbols.js';

/** What a program has of another one. */
interface Surroundings {
  readonly behind: Behind;
  /** The functions that the other one has for a type of this one. */
  readonly beyond: (type: ts.Identifier, member: string | undefined) => readonly FunctionWithBody[];
}

/**
 * The engines on programs of one compiler, TypeScript 5.4 to 6.0, which come one after the other or side by side: what a file
 * says for itself is read once for all of them. Lives as long as more programs may come, and keeps none of them alive.
 */
export class ClassicEngines {
  readonly #compiler: typeof ts;
  readonly #records;
  readonly #sources: SourceFinder;
  readonly #programsBehind: SourcePrograms;
  readonly #ofPrograms = new WeakMap<ts.Program, Engine>();

  constructor(compiler: typeof ts, sources = createSourceFinder(compiler)) {
    this.#compiler = compiler;
    this.#records = createFileRecords(compiler);
    this.#sources = sources;
    this.#programsBehind = createSourcePrograms(compiler, sources);
  }

  /** The engine on a program that the compiler made. Asking twice for the same program gives the same object, which remembers its answers. */
  of(program: ts.Program): Engine {
    let engine = this.#ofPrograms.get(program);
    if (!engine) {
      assertSameCompiler(this.#compiler, program);
      this.#ofPrograms.set(program, (engine = this.#readWithSources(program)));
    }
    return engine;
  }

  /** Reads a program and, once somebody asks, what is behind it: each finds in the other what stands behind its types. */
  #readWithSources(program: ts.Program): Engine {
    const behind = createBehind(this.#compiler, this.#sources, () => {
      const sources = this.#programsBehind(program);
      return sources && this.#read(sources, { behind: nothingBehind, beyond: implementedHere });
    });
    const { engine, functions } = this.#read(program, { behind, beyond: () => [] });
    return engine;

    function implementedHere(type: ts.Identifier, member: string | undefined): readonly FunctionWithBody[] {
      return functions.implementing(type.text, named => behind.isBuiltFrom(named, type), member);
    }
  }

  #read(program: ts.Program, { behind, beyond }: Surroundings): Reading {
    const compiler = this.#compiler;
    const from = { program, sources: this.#sources };
    const files = classicFiles(compiler, program);
    const index = routeIndex(createProjectIndex(files, this.#records), behind);
    const written = createWrittenSymbols(compiler, program, index);
    const found = { files, index, written, behind: behind.functionsOf, beyond };
    const functions = createFunctionFinder(compiler, program, found);
    const types = classicTypeFacts(compiler, { ...from, functions, written });
    const engine: Engine = {
      syntax: compiler,
      files,
      index,
      types: routeTypeFacts(types, node => behind.readingOf(node)?.engine.types),
      declarations: classicDeclarationFacts(compiler, program),
      exports: classicExportFacts(compiler, from, files),
      modules: classicModuleFacts(compiler, program),
      diagnostics: classicDiagnostics(compiler, program),
      parse: (fileName, text) => compiler.createSourceFile(fileName, text, compiler.ScriptTarget.Latest),
    };
    return { checker: program.getTypeChecker(), engine, functions };
  }
}
