import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, resolve, sep } from 'node:path';
import type ts from 'typescript';
import { root } from './paths.js';

/*
 * Vitest loads this before each file of tests. Nearly every test makes a program, and each program would parse and bind the
 * language's own declarations and those of the packages again: hundreds of times what no test changes. So the compiler that
 * the tests and the product find in `node_modules` reads a file below it once in each process, for all programs of the same
 * options, as an editor's document registry does. What a test writes is never kept.
 */
const require = createRequire(import.meta.url);
const path = require.resolve('typescript');
const compiler = require('typescript') as typeof ts;
const loaded = require.cache[path];
const mark = Symbol.for('persistence: shares sources');
if (loaded && !(mark in compiler)) loaded.exports = shareSources(compiler);

function shareSources(from: typeof ts): object {
  const installed = realpathSync(resolve(root, 'node_modules')) + sep; // mutations run in copies that link it
  const files = new Map<string, Map<string, ts.SourceFile | undefined>>();

  /** Its properties are getters, which cannot be replaced in place. */
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(from),
      [mark]: { value: true },
      createCompilerHost: { value: createCompilerHost, enumerable: true },
      createProgram: { value: createProgram, enumerable: true },
    },
  );

  function createCompilerHost(options: ts.CompilerOptions, setParentNodes?: boolean): ts.CompilerHost {
    const host = from.createCompilerHost(options, setParentNodes);
    const known = filesFor(`${setParentNodes === true} ${toKey(options)}`);
    return {
      ...host,
      getSourceFile(fileName, version, ...others) {
        if (!fileName.startsWith(installed)) return host.getSourceFile(fileName, version, ...others);
        const key = `${fileName} ${toSyntax(version)}`;
        if (!known.has(key)) known.set(key, host.getSourceFile(fileName, version, ...others));
        return known.get(key);
      },
    };
  }

  function filesFor(conditions: string): Map<string, ts.SourceFile | undefined> {
    const known = files.get(conditions) ?? new Map<string, ts.SourceFile | undefined>();
    files.set(conditions, known);
    return known;
  }

  function createProgram(
    first: ts.CreateProgramOptions | readonly string[],
    options: ts.CompilerOptions = {},
    host = createCompilerHost(options),
    ...others: readonly [oldProgram?: ts.Program, diagnostics?: readonly ts.Diagnostic[]]
  ): ts.Program {
    return 'rootNames' in first
      ? from.createProgram({ host: createCompilerHost(first.options), ...first })
      : from.createProgram(first, options, host, ...others);
  }
}

/** What decides how a text is bound: all options, apart from where the project stands. */
function toKey(options: ts.CompilerOptions): string {
  return JSON.stringify(options, (name, value: unknown) =>
    name === 'configFile' || (typeof value === 'string' && isAbsolute(value)) ? undefined : value,
  );
}

/** What decides how a text is parsed. */
function toSyntax(version: ts.ScriptTarget | ts.CreateSourceFileOptions): string {
  if (typeof version !== 'object') return String(version);
  return [version.languageVersion, version.impliedNodeFormat, version.jsDocParsingMode].join(' ');
}
