import type ts from 'typescript';
import type { Engine } from '../engine.js';
import { assertSameCompiler } from './assert-same-compiler.js';
import { classicDeclarationFacts } from './classic-declaration-facts.js';
import { classicDiagnostics } from './classic-diagnostics.js';
import { classicExportFacts } from './classic-export-facts.js';
import { classicFiles } from './classic-files.js';
import { classicModuleFacts } from './classic-module-facts.js';
import { classicTypeFacts } from './classic-type-facts.js';

const enginesOfPrograms = new WeakMap<ts.Program, Engine>();

/**
 * The engine on a program that TypeScript 5.4 to 6.0 made. `compiler` must be the one that made it. Answers are remembered
 * for as long as the program lives, and asking twice for the same program gives the same object.
 */
export function classicEngine(compiler: typeof ts, program: ts.Program): Engine {
  let engine = enginesOfPrograms.get(program);
  if (!engine) {
    assertSameCompiler(compiler, program);
    engine = createEngine(compiler, program);
    enginesOfPrograms.set(program, engine);
  }
  return engine;
}

function createEngine(compiler: typeof ts, program: ts.Program): Engine {
  return {
    syntax: compiler,
    files: classicFiles(program),
    types: classicTypeFacts(compiler, program),
    declarations: classicDeclarationFacts(compiler, program),
    exports: classicExportFacts(compiler, program),
    modules: classicModuleFacts(compiler, program),
    diagnostics: classicDiagnostics(compiler, program),
    parse: (fileName, text) => compiler.createSourceFile(fileName, text, compiler.ScriptTarget.Latest),
  };
}
