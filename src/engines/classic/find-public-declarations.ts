import type ts from 'typescript';
import type { ProjectFiles } from '../../project-index/project-files.js';

/**
 * Every declaration that those who use a package can reach from what its entries export: the exports themselves, and the
 * members of the project's own types that they have, take or give.
 */
export function findPublicDeclarations(
  entries: readonly ts.SourceFile[],
  compiler: typeof ts,
  { checker, files }: { readonly checker: ts.TypeChecker; readonly files: ProjectFiles },
): ReadonlySet<ts.Declaration> {
  const { ModifierFlags, SymbolFlags } = compiler;
  const found = new Set<ts.Declaration>();
  const seen = new Set<ts.Type>();
  for (const entry of entries) {
    const module = checker.getSymbolAtLocation(entry);
    for (const exported of module ? checker.getExportsOfModule(module) : []) visitSymbol(exported);
  }
  return found;

  function visitSymbol(exported: ts.Symbol): void {
    const symbol = (exported.flags & SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(exported) : exported;
    for (const declaration of symbol.declarations ?? []) found.add(declaration);
    if ((symbol.flags & SymbolFlags.Value) !== 0) visitType(checker.getTypeOfSymbol(symbol));
    if ((symbol.flags & SymbolFlags.Type) !== 0) visitType(checker.getDeclaredTypeOfSymbol(symbol));
  }

  function visitType(type: ts.Type): void {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) type.types.forEach(visitType);
    for (const argument of [...(type.aliasTypeArguments ?? []), ...argumentsOf(type)]) visitType(argument);
    if (!isOwn(type)) return;
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      visitType(signature.getReturnType());
      for (const parameter of signature.getParameters()) visitType(checker.getTypeOfSymbol(parameter));
    }
    for (const member of type.getProperties()) visitMember(member);
  }

  function visitMember(member: ts.Symbol): void {
    const declarations = member.declarations ?? [];
    if (
      declarations.some(declaration => (compiler.getCombinedModifierFlags(declaration) & ModifierFlags.Private) !== 0)
    )
      return;
    for (const declaration of declarations) found.add(declaration);
    visitType(checker.getTypeOfSymbol(member));
  }

  function argumentsOf(type: ts.Type): readonly ts.Type[] {
    const isReference =
      (type.flags & compiler.TypeFlags.Object) !== 0 &&
      ((type as ts.ObjectType).objectFlags & compiler.ObjectFlags.Reference) !== 0;
    return isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
  }

  /** Whether a type is declared in the project: what others declare is followed no further than its type arguments. */
  function isOwn(type: ts.Type): boolean {
    const declarations = (type.getSymbol() ?? type.aliasSymbol)?.declarations ?? [];
    return declarations.some(declaration => files.isOwn(declaration.getSourceFile()));
  }
}
