import type ts from 'typescript';
import type { Edit } from '../analysis/finding.js';
import type { Syntax } from '../syntax/syntax.js';

/** A name to import, and the module to import it from. */
export interface ImportedName {
  readonly name: string;
  readonly from: string;
}

/**
 * The edit that imports a name by a line of its own, behind the last import, in the quotes and with the line end that the
 * file has; undefined where the name is imported already.
 */
export function importEdit({ from, name }: ImportedName, sourceFile: ts.SourceFile, syntax: Syntax): Edit | undefined {
  const imports = sourceFile.statements.filter(statement => syntax.isImportDeclaration(statement));
  if (imports.some(declaration => hasImported(declaration, { from, name }, syntax))) return undefined;
  const last = imports.at(-1);
  const lineEnd = sourceFile.text.includes('\r\n') ? '\r\n' : '\n';
  const quote = last?.moduleSpecifier.getText(sourceFile)[0] ?? "'";
  const semicolon = !last || last.getText(sourceFile).endsWith(';') ? ';' : '';
  const line = `import { ${name} } from ${quote}${from}${quote}${semicolon}`;
  if (last) return insert(last.end, lineEnd + line);
  return insert(sourceFile.statements[0]?.getStart(sourceFile) ?? 0, line + lineEnd);
}

function hasImported(declaration: ts.ImportDeclaration, { from, name }: ImportedName, syntax: Syntax): boolean {
  const { importClause, moduleSpecifier } = declaration;
  const bindings = importClause?.namedBindings;
  return (
    syntax.isStringLiteralLike(moduleSpecifier) &&
    moduleSpecifier.text === from &&
    bindings !== undefined &&
    syntax.isNamedImports(bindings) &&
    bindings.elements.some(element => element.name.text === name && !element.isTypeOnly)
  );
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
