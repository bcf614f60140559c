import type ts from 'typescript';
import type { Tracing } from './tracing.js';

/** The declarations of what a name refers to, through imports and re-exports; empty where the checker knows none. */
export function declarationsOf(name: ts.Node, { checker, compiler }: Tracing): readonly ts.Declaration[] {
  const symbol =
    compiler.isShorthandPropertyAssignment(name.parent) && name.parent.name === name
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
  const isAlias = symbol !== undefined && (symbol.flags & compiler.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.declarations ?? [];
}

/** The declarations of a type's member; empty where it has none of that name. */
export function membersNamed(name: string, type: ts.Type): readonly ts.Declaration[] {
  return type.getProperty(name)?.declarations ?? [];
}
