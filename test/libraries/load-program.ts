import { resolve } from 'node:path';
import ts from 'typescript';

/** The program of a folder's tsconfig.json. */
export function loadProgram(folder: string): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(resolve(folder, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  return ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
}
