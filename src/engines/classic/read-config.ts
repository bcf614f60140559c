import type ts from 'typescript';
import { withFormerDefaults } from './former-defaults.js';
import type { Compiler } from './load-compiler.js';
import { noteQuestions } from './note-questions.js';
import { createDirectoryReader } from './read-directory.js';

/** Which tsconfig is to be read, and how. */
export interface ConfigRequest {
  readonly configPath: string;
  /** The extensions of files that are listed beside those of TypeScript, which no compiler reads. */
  readonly furtherExtensions: readonly string[];
  /** Finds the path behind all links. */
  readonly toRealPath: (path: string) => string;
}

/** What a tsconfig says; or why nobody can tell, in one line. */
export type ReadConfig =
  | {
      readonly kind: 'read';
      readonly config: ts.ParsedCommandLine;
      /** Folders that it includes and that cannot be opened. */
      readonly unreadableFolders: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Reads a tsconfig with all that it extends, as the compiler reads it; with the defaults of the compiler that is stood in for. */
export function readConfig(
  { ts: compiler, ...from }: Compiler,
  { configPath, furtherExtensions, toRealPath }: ConfigRequest,
): ReadConfig {
  const { readDirectory, unreadable } = createDirectoryReader(compiler, toRealPath);
  let fault: ts.Diagnostic | undefined;
  const config = compiler.getParsedCommandLineOfConfigFile(
    configPath,
    { noEmit: true, incremental: false, composite: false },
    {
      ...noteQuestions(compiler, compiler.sys),
      readDirectory,
      onUnRecoverableConfigFileDiagnostic: diagnostic => {
        fault = diagnostic;
      },
    },
    undefined,
    undefined,
    furtherExtensions.map(extension => ({
      extension,
      isMixedContent: true,
      scriptKind: compiler.ScriptKind.Deferred,
    })),
  );
  const problem = fault ?? (config && findProblem(config, compiler));
  if (problem) return { kind: 'unreadable', problem: describeProblem(problem, configPath, compiler) };
  if (!config) return { kind: 'unreadable', problem: `${configPath}: cannot be read.` };
  const options =
    from.source === 'bundled' ? withFormerDefaults(config.options, from.replaces, compiler) : config.options;
  return { kind: 'read', config: { ...config, options }, unreadableFolders: [...unreadable] };
}

/** The first error of a tsconfig. One that only refers to others may be empty. */
function findProblem(config: ts.ParsedCommandLine, compiler: typeof ts): ts.Diagnostic | undefined {
  const emptyIsFine = (config.projectReferences ?? []).length > 0;
  const problems = compiler.getConfigFileParsingDiagnostics(config);
  return problems.find(({ code }) => !(emptyIsFine && emptyProjectCodes.includes(code)));
}

/** The compiler's errors for an empty "files" list and for an "include" that matches nothing. */
const emptyProjectCodes: readonly number[] = [18002, 18003];

function describeProblem(
  { code, file, messageText, start }: ts.Diagnostic,
  configPath: string,
  compiler: typeof ts,
): string {
  const line = file && start !== undefined ? `:${file.getLineAndCharacterOfPosition(start).line + 1}` : '';
  const text = compiler.flattenDiagnosticMessageText(messageText, ' ');
  const hint = code === fileNotFoundCode && !/'[./]/.test(text) ? ' Are the dependencies installed?' : '';
  return `${file?.fileName ?? configPath}${line}: ${text}${hint}`;
}

/** The compiler's error for a file that "extends" names and that is not there; of a package, it is named as it is written. */
const fileNotFoundCode = 6053;
