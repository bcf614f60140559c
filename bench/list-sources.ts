import ts from 'typescript';

/** The TypeScript sources that a tsconfig leads to, imported ones included, without declarations and packages. */
export function listSources(project: string): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    project,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  if (!config) throw new Error(`${project} cannot be read.`);
  return ts
    .createProgram(config.fileNames, config.options)
    .getSourceFiles()
    .filter(
      ({ fileName, isDeclarationFile }) =>
        !isDeclarationFile && !fileName.includes('/node_modules/') && /\.[mc]?tsx?$/.test(fileName),
    )
    .map(({ fileName }) => fileName);
}

function fail({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
}
