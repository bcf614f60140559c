import type ts from 'typescript';
import type { DeclarationPath, DeclarationStep } from './path-of-declaration.js';

/** What is searched for a declaration. */
export interface SearchedFile {
  readonly checker: ts.TypeChecker;
  readonly sourceFile: ts.SourceFile;
}

/** The symbol at the end of a way through a file; undefined where the file has nothing there. */
export function findSymbolAt(
  compiler: typeof ts,
  { names, steps }: DeclarationPath,
  { checker, sourceFile }: SearchedFile,
): ts.Symbol | undefined {
  const { SymbolFlags } = compiler;
  const last = steps.at(-1);
  const start = names.map(findExport).find(symbol => symbol !== undefined) ?? findOwn(names.at(-1));
  if (!start || !last) return start;
  if (last.kind === 'result') return undefined;
  let type: ts.Type | undefined = typeOf(start, steps[0]);
  for (const step of steps.slice(0, -1)) type = type && typeAfter(step, type);
  return type?.getProperty(last.name);

  function findExport(name: string): ts.Symbol | undefined {
    const module = checker.getSymbolAtLocation(sourceFile);
    const exported = module && checker.getExportsOfModule(module).find(symbol => symbol.name === name);
    return exported && (exported.flags & SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(exported) : exported;
  }

  /** What the file declares and does not export. */
  function findOwn(name: string | undefined): ts.Symbol | undefined {
    const declared = sourceFile.statements
      .flatMap(statement =>
        compiler.isVariableStatement(statement)
          ? statement.declarationList.declarations.map(declaration => declaration.name)
          : namesIn(statement),
      )
      .find(own => compiler.isIdentifier(own) && own.text === name);
    return declared && checker.getSymbolAtLocation(declared);
  }

  function namesIn(statement: ts.Statement): readonly ts.Node[] {
    const isNamed =
      compiler.isFunctionDeclaration(statement) ||
      compiler.isClassDeclaration(statement) ||
      compiler.isInterfaceDeclaration(statement) ||
      compiler.isTypeAliasDeclaration(statement);
    return isNamed && statement.name ? [statement.name] : [];
  }

  /** The type that the members of something are of: of a class, its instances, unless a static member is meant. */
  function typeOf(symbol: ts.Symbol, step: DeclarationStep | undefined): ts.Type {
    const isOfInstances = step?.kind === 'member' && !step.isStatic && (symbol.flags & SymbolFlags.Type) !== 0;
    return isOfInstances ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeOfSymbol(symbol);
  }

  function typeAfter(step: DeclarationStep, type: ts.Type): ts.Type | undefined {
    if (step.kind === 'result') return type.getCallSignatures()[0]?.getReturnType();
    const member = type.getProperty(step.name);
    return member && checker.getTypeOfSymbol(member);
  }
}
