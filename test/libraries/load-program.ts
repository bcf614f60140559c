import { resolve } from 'node:path';
import ts from 'typescript';

const programs = new Map<string, ts.Program>();

/** The program of a folder's tsconfig, made once; with a file, that of this file alone, which takes a fraction of the time. */
export function loadProgram(folder: string, file?: string): ts.Program {
  const key = file ?? folder;
  const loaded = programs.get(key) ?? createProgram(folder, file);
  programs.set(key, loaded);
  return loaded;
}

function createProgram(folder: string, file: string | undefined): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(resolve(folder, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  return ts.createProgram(file === undefined ? (config?.fileNames ?? []) : [file], config?.options ?? {});
}
