import { resolve } from 'node:path';
import ts from 'typescript';

const programs = new Map<string, ts.Program>();

/** The program of a folder's tsconfig, made once. */
export function loadProgram(folder: string): ts.Program {
  const loaded = programs.get(folder) ?? createProgram(folder);
  programs.set(folder, loaded);
  return loaded;
}

function createProgram(folder: string): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(resolve(folder, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  return ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
}
